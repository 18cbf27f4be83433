import { describeFields } from '../../fields/describeFields.ts'
import type { FieldSpec } from '../../fields/FieldSpec.ts'
import { isJsonObject } from '../../json/isJsonObject.ts'
import type { Json, JsonObject } from '../../json/Json.ts'
import type { StepRegistry } from '../../registry/StepRegistry.ts'
import type { AgentConfig, StepConfig } from '../AgentConfig.ts'

type Names = ReadonlyMap<string, string>
type Definitions = Pick<StepRegistry, 'describe'>
type Settings = Readonly<Record<string, Json>>

/** New names by old ones, of what settings can name. */
export interface NewNames {
  /** The ids of agents of the file. */
  readonly agents?: Names
  /** The agent's tools. */
  readonly tools?: Names
  /** The fields of one agent of the file, as steps name them that call it. */
  readonly fields?: { readonly agent: string; readonly names: Names }
}

/** What goes along on the way through the settings of a step. */
interface Renaming {
  readonly names: NewNames
  readonly registry: Definitions
  /** All settings of the step: some of them say what others mean. */
  readonly root: Settings
}

/**
 * An agent whose steps and tools name other agents, their fields, or the agent's tools by new names. Which settings do
 * is what the schema of a step's type says: those that a form shows as such a choice. What names none stays the same
 * object.
 */
export function renameReferences(agent: AgentConfig, names: NewNames, registry: Definitions): AgentConfig {
  const steps = mapChanged(agent.steps, (step) => renameInStep(step, names, registry))
  const tools = agent.tools === undefined ? undefined : mapChanged(agent.tools, (tool) => renameInTool(tool, names))
  if (steps === agent.steps && tools === agent.tools) return agent
  return { ...agent, steps, ...(tools === undefined ? {} : { tools }) }
}

function renameInStep(step: StepConfig, names: NewNames, registry: Definitions): StepConfig {
  const definition = registry.describe(step.strategyType)
  if (definition === undefined) return step
  const config = renameInSettings(describeFields(definition.schema), step.config, {
    names,
    registry,
    root: step.config,
  })
  return config === step.config ? step : { ...step, config }
}

/** A tool that runs an agent names it, the field that is its result, and as its arguments those that go in. */
function renameInTool(tool: Settings, { agents, fields }: NewNames): Settings {
  const { agent, output, parameters } = tool
  const next = typeof agent === 'string' ? agents?.get(agent) : undefined
  if (next !== undefined) return { ...tool, agent: next }
  if (agent === undefined || agent !== fields?.agent) return tool
  return {
    ...tool,
    ...(output === undefined ? {} : { output: renameText(output, fields.names) }),
    ...(isJsonObject(parameters) ? { parameters: renameParameters(parameters, fields.names) } : {}),
  }
}

function renameParameters(parameters: JsonObject, names: Names): JsonObject {
  const { properties, required } = parameters
  const named = (name: string) => names.get(name) ?? name
  return {
    ...parameters,
    ...(isJsonObject(properties)
      ? { properties: Object.fromEntries(Object.entries(properties).map(([name, spec]) => [named(name), spec])) }
      : {}),
    ...(Array.isArray(required) ? { required: required.map((name: Json) => renameText(name, names)) } : {}),
  }
}

function renameInSettings(fields: readonly FieldSpec[], settings: Settings, renaming: Renaming): Settings {
  const changes = fields.flatMap((field): [string, Json][] => {
    const given = Object.hasOwn(settings, field.name) ? settings[field.name] : undefined
    // A name that is left out is the usual one; once that means something else it has to be said.
    const value = given ?? (field.kind === 'agentField' ? field.default : undefined)
    if (value === undefined) return []
    const next = renameInValue(field, value, renaming)
    return next === value ? [] : [[field.name, next]]
  })
  return changes.length === 0 ? settings : { ...settings, ...Object.fromEntries(changes) }
}

function renameInValue(field: FieldSpec, value: Json, renaming: Renaming): Json {
  const { agents, tools, fields } = renaming.names
  switch (field.kind) {
    case 'step':
      return renameInInnerStep(value, renaming)
    case 'agent':
      return renameText(value, agents)
    case 'agentField':
      return renaming.root[field.agentFrom] === fields?.agent ? renameText(value, fields?.names) : value
    case 'toolName':
      return renameText(value, tools)
    case 'toolList':
      return Array.isArray(value) ? mapChanged(value, (item: Json) => renameText(item, tools)) : value
    case 'group':
      return isJsonObject(value) ? renameInSettings(field.fields, toSettings(value), renaming) : value
    case 'list':
      if (!Array.isArray(value)) return value
      return mapChanged(value, (item: Json) =>
        isJsonObject(item) ? renameInSettings(field.fields, toSettings(item), renaming) : item,
      )
    default:
      return value
  }
}

function renameText(value: Json, names: Names | undefined): Json {
  return typeof value === 'string' ? (names?.get(value) ?? value) : value
}

/** A step that stands in the settings of another: its type, and its settings. */
function renameInInnerStep(value: Json, { names, registry }: Renaming): Json {
  if (!isJsonObject(value) || typeof value.strategyType !== 'string' || !isJsonObject(value.config)) return value
  const definition = registry.describe(value.strategyType)
  if (definition === undefined) return value
  const before = toSettings(value.config)
  const config = renameInSettings(describeFields(definition.schema), before, { names, registry, root: before })
  return config === before ? value : { ...value, config }
}

/** An object of a configuration: keys without a value are none. */
function toSettings(value: { readonly [key: string]: Json | undefined }): Settings {
  const isWhole = Object.values(value).every((item) => item !== undefined)
  // Just looked at.
  if (isWhole) return value as Settings
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, Json] => entry[1] !== undefined))
}

function mapChanged<Item>(list: readonly Item[], change: (item: Item) => Item): readonly Item[] {
  const next = list.map(change)
  return next.some((item, index) => item !== list[index]) ? next : list
}
