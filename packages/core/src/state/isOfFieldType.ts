import { isJsonObject } from '../json/isJsonObject.ts'
import type { Json } from '../json/Json.ts'
import type { StateFieldType } from './StateType.ts'

const checks: Readonly<Record<StateFieldType, (value: Json) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  object: isJsonObject,
  array: Array.isArray,
  messages: (value) => Array.isArray(value) && value.every(isMessage),
  any: () => true,
}

/** The types in words, to follow "must be". */
export const fieldTypeWords: Readonly<Record<StateFieldType, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  messages: 'a list of messages',
  any: 'any value',
}

/** True when a state field of this type can hold the value. */
export function isOfFieldType(type: StateFieldType, value: Json): boolean {
  return checks[type](value)
}

const roles = ['system', 'user', 'assistant', 'tool']

function isMessage(value: unknown): boolean {
  return isJsonObject(value) && roles.some((role) => role === value.role) && typeof value.content === 'string'
}
