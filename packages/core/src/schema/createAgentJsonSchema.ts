import * as z from 'zod'
import { agentConfigSchema } from '../config/agentConfigSchema.ts'
import { isJsonObject } from '../json/isJsonObject.ts'
import type { Json, JsonObject } from '../json/Json.ts'
import type { StepDefinition } from '../step/StepDefinition.ts'
import { tidyJsonSchema } from './tidyJsonSchema.ts'

/** What of a definition the schema of a file needs. */
type StepSchemaSource = Pick<StepDefinition, 'name' | 'title' | 'description' | 'schema'>

/**
 * The JSON Schema (draft 7, which editors know best) of a whole agent file, for completion and checks outside the
 * studio. The settings of each given step type follow its own schema; steps of other types may have any.
 */
export function createAgentJsonSchema(steps: readonly StepSchemaSource[]): JsonObject {
  const agent = tidyJsonSchema(toDraft7(agentConfigSchema))
  const settings = steps.map((step) => [step.name, toSettings(step)] as const)
  const definitions = Object.assign(
    {},
    ...settings.map(([name, { own, schema }]) => ({ ...own, [nameOf(name)]: schema })),
  )
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Petal Studio agent',
    description: 'An agent as a graph of steps: an .agent.json file of format version 1.',
    ...withStepSettings(agent, steps),
    definitions,
  }
}

/** The agent's schema, in which a step's type decides what its settings must be. */
function withStepSettings(agent: JsonObject, steps: readonly StepSchemaSource[]): JsonObject {
  const properties = objectAt(agent, 'properties')
  const list = objectAt(properties, 'steps')
  const step = objectAt(list, 'items')
  const stepProperties = objectAt(step, 'properties')
  const types = steps.map(({ name, title, description }) => ({ const: name, title, description }))
  const strategyType = { ...objectAt(stepProperties, 'strategyType'), anyOf: [...types, { type: 'string' }] }
  const rules = steps.map(({ name }) => ({
    if: { properties: { strategyType: { const: name } }, required: ['strategyType'] },
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema.
    then: { properties: { config: { $ref: `#/definitions/${nameOf(name)}` } } },
  }))
  const items = { ...step, properties: { ...stepProperties, strategyType }, allOf: rules }
  return { ...agent, properties: { ...properties, steps: { ...list, items } } }
}

/** The schema of a step's settings, and the definitions it brings along, under names that no other step uses. */
function toSettings({ name, schema }: StepSchemaSource): { readonly own: JsonObject; readonly schema: JsonObject } {
  const prefix = `${nameOf(name)}.`
  const move = (reference: string) =>
    reference === '#' ? `#/definitions/${nameOf(name)}` : reference.replace('#/definitions/', `#/definitions/${prefix}`)
  const { definitions, ...rest } = tidyJsonSchema(toDraft7(schema), move)
  const own = Object.entries(isJsonObject(definitions) ? definitions : {}).map(([key, item]) => [prefix + key, item])
  return { own: Object.fromEntries(own), schema: rest }
}

function nameOf(step: string): string {
  return `settings.${step}`
}

function toDraft7(schema: z.ZodType): JsonObject {
  // A JSON Schema is plain JSON; zod's own type for it is wider.
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', target: 'draft-7' }) as JsonObject
}

function objectAt(owner: JsonObject, key: string): JsonObject {
  const value: Json | undefined = owner[key]
  return isJsonObject(value) ? value : {}
}
