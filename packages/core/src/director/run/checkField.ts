import { AgentError } from '../../errors/AgentError.ts'
import { isJsonObject } from '../../json/isJsonObject.ts'
import type { Json } from '../../json/Json.ts'
import { normalizeJson } from '../../json/normalizeJson.ts'
import { effectiveReducer } from '../../state/effectiveReducer.ts'
import type { StateField, StateFieldType } from '../../state/StateType.ts'
import { deepFreeze } from './deepFreeze.ts'
import { toMessages } from './toMessages.ts'
import { validateSchema } from './validateSchema.ts'

const checks: Readonly<Record<StateFieldType, (value: Json) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  object: isJsonObject,
  array: Array.isArray,
  messages: Array.isArray,
  any: () => true,
}

const articles: Readonly<Record<StateFieldType, string>> = {
  string: 'a string',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  messages: 'a list of messages',
  any: 'any value',
}

/**
 * A new value for a state field: plain JSON, of the field's type, frozen.
 *
 * @param who Who gives it, for the message: `Step "Draft"` or `The input`.
 * @throws AgentError `run.resultType` for what JSON cannot hold, `run.stateType` for the wrong type.
 */
export function checkField(name: string, field: StateField, value: unknown, who: FieldSource): Json {
  if (field.type === 'messages') return deepFreeze([...toMessages(value, name, who.createId)] as unknown as Json)
  const json = normalizeJson(value, name)
  const isItem = effectiveReducer(field) === 'append' && field.type === 'array' && !Array.isArray(json)
  if (!isItem && !checks[field.type](json)) {
    throw new AgentError(
      'run.stateType',
      `${who.name} gave ${describe(json)} for ${name}, which must be ${articles[field.type]}.`,
      { path: name },
    )
  }
  if (field.schema !== undefined) validateSchema(field.schema, json, name, who.name)
  return deepFreeze(json)
}

/** Who gives a value, and where ids for its messages come from. */
export interface FieldSource {
  readonly name: string
  createId(): string
}

function describe(value: Json): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'an object' : `the ${typeof value} ${JSON.stringify(value).slice(0, 80)}`
}
