import { isJsonObject } from '../json/isJsonObject.ts'
import type { Json } from '../json/Json.ts'
import { msg } from '../language/msg.ts'
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

/** The types in words, to follow "must be"; to be said by `t`. */
export const fieldTypeWords: Readonly<Record<StateFieldType, string>> = {
  string: msg('a text'),
  number: msg('a number'),
  integer: msg('a whole number'),
  boolean: msg('true or false'),
  object: msg('an object'),
  array: msg('a list'),
  messages: msg('a list of messages'),
  any: msg('any value'),
}

/** True when a state field of this type can hold the value. */
export function isOfFieldType(type: StateFieldType, value: Json): boolean {
  return checks[type](value)
}

const roles = ['system', 'user', 'assistant', 'tool']

function isMessage(value: unknown): boolean {
  return isJsonObject(value) && roles.some((role) => role === value.role) && typeof value.content === 'string'
}
