import {
  type AgentConfig,
  describeFields,
  type FieldSpec,
  type Json,
  type JsonObject,
  listReferences,
  renameVariable,
  type StepConfig,
} from '@petal/core/model'
import type { StepFactsSource } from '../../editor/createStepFacts.ts'
import { parsePath, setAtPath } from '../../editor/setAtPath.ts'

/** A new name for a state field. */
export interface Renaming {
  readonly from: string
  readonly to: string
}

/**
 * The agent with a state field renamed, in its place among the others. Every template and expression that names it
 * follows, and so does every setting that is the name of a state field. Code is left alone: it is not ours to read.
 */
export function renameField(agent: AgentConfig, facts: StepFactsSource, renaming: Renaming): AgentConfig {
  const { stateType } = agent
  const fields = Object.fromEntries(
    Object.entries(stateType.fields).map(([name, field]) => [name === renaming.from ? renaming.to : name, field]),
  )
  return {
    ...agent,
    stateType: { ...stateType, fields },
    steps: agent.steps.map((step) => renameInStep(step, facts, renaming)),
  }
}

function renameInStep(step: StepConfig, facts: StepFactsSource, renaming: Renaming): StepConfig {
  const { definition, texts } = facts.of(step)
  if (definition === undefined) return step
  let config: Json | undefined = renameInSettings(describeFields(definition.schema), step.config, renaming)
  for (const { path, text, language } of texts) {
    const renamed = renameVariable(text, listReferences(text, language), renaming.from, renaming.to)
    const [, ...place] = parsePath(path)
    if (renamed !== text) config = setAtPath(config, place, renamed)
  }
  return sameSettings(config, step.config) ? step : { ...step, config: toConfig(config) }
}

/** The settings with the new name wherever a field of the form holds the name of a state field. */
function renameInSettings(fields: readonly FieldSpec[], settings: JsonObject, renaming: Renaming): JsonObject {
  const byName = new Map(fields.map((field) => [field.name, field]))
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => {
      const field = byName.get(name)
      return [name, field === undefined ? value : renameInValue(field, value, renaming)]
    }),
  )
}

function renameInValue(field: FieldSpec, value: Json | undefined, renaming: Renaming): Json | undefined {
  if (field.kind === 'stateField') return value === renaming.from ? renaming.to : value
  if (field.kind === 'group' && isObject(value)) return renameInSettings(field.fields, value, renaming)
  if (field.kind !== 'list' || !isList(value)) return value
  return value.map((item) => (isObject(item) ? renameInSettings(field.fields, item, renaming) : item))
}

function sameSettings(a: Json | undefined, b: Json | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function toConfig(value: Json | undefined): StepConfig['config'] {
  if (!isObject(value)) return {}
  return Object.fromEntries(Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, item]])))
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}
