import { describeFields } from '../../fields/describeFields.ts'
import type { FieldSpec } from '../../fields/FieldSpec.ts'
import { isJsonObject } from '../../json/isJsonObject.ts'
import type { Json } from '../../json/Json.ts'
import type { StepRegistry } from '../../registry/StepRegistry.ts'
import type { AgentConfig, StepConfig } from '../AgentConfig.ts'

type Ids = ReadonlyMap<string, string>
type Definitions = Pick<StepRegistry, 'describe'>
type Settings = Readonly<Record<string, Json>>

/**
 * An agent whose steps and tools name other agents by new ids. Which settings name an agent is what the schema of a
 * step's type says: those that a form shows as a choice of agents. What names none stays the same object.
 *
 * @param ids new ids by old ones
 */
export function renameReferences(agent: AgentConfig, ids: Ids, registry: Definitions): AgentConfig {
  const steps = mapChanged(agent.steps, (step) => renameInStep(step, ids, registry))
  const tools = agent.tools === undefined ? undefined : mapChanged(agent.tools, (tool) => renameInTool(tool, ids))
  if (steps === agent.steps && tools === agent.tools) return agent
  return { ...agent, steps, ...(tools === undefined ? {} : { tools }) }
}

function renameInStep(step: StepConfig, ids: Ids, registry: Definitions): StepConfig {
  const definition = registry.describe(step.strategyType)
  if (definition === undefined) return step
  const config = renameInSettings(describeFields(definition.schema), step.config, ids, registry)
  return config === step.config ? step : { ...step, config }
}

function renameInTool(tool: Settings, ids: Ids): Settings {
  const { agent } = tool
  const next = typeof agent === 'string' ? ids.get(agent) : undefined
  return next === undefined ? tool : { ...tool, agent: next }
}

function renameInSettings(fields: readonly FieldSpec[], settings: Settings, ids: Ids, registry: Definitions): Settings {
  const changes = fields.flatMap((field): [string, Json][] => {
    const value = Object.hasOwn(settings, field.name) ? settings[field.name] : undefined
    if (value === undefined) return []
    const next = renameInValue(field, value, ids, registry)
    return next === value ? [] : [[field.name, next]]
  })
  return changes.length === 0 ? settings : { ...settings, ...Object.fromEntries(changes) }
}

function renameInValue(field: FieldSpec, value: Json, ids: Ids, registry: Definitions): Json {
  switch (field.kind) {
    case 'step':
      return renameInInnerStep(value, ids, registry)
    case 'agent':
      return typeof value === 'string' ? (ids.get(value) ?? value) : value
    case 'group':
      return isJsonObject(value) ? renameInSettings(field.fields, toSettings(value), ids, registry) : value
    case 'list':
      if (!Array.isArray(value)) return value
      return mapChanged(value, (item: Json) =>
        isJsonObject(item) ? renameInSettings(field.fields, toSettings(item), ids, registry) : item,
      )
    default:
      return value
  }
}

/** A step that stands in the settings of another: its type, and its settings. */
function renameInInnerStep(value: Json, ids: Ids, registry: Definitions): Json {
  if (!isJsonObject(value) || typeof value.strategyType !== 'string' || !isJsonObject(value.config)) return value
  const definition = registry.describe(value.strategyType)
  if (definition === undefined) return value
  const before = toSettings(value.config)
  const config = renameInSettings(describeFields(definition.schema), before, ids, registry)
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
