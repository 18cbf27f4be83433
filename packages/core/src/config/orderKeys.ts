import { isJsonObject } from '../json/isJsonObject.ts'
import type { Json, JsonObject } from '../json/Json.ts'

/** How one kind of object is written: the order of its keys, and the values that need not be written. */
export interface KeyOrder {
  readonly keys: readonly string[]
  readonly defaults?: JsonObject
}

/** A copy with known keys in their fixed order and unknown ones after them, without what equals its default. */
export function orderKeys(value: object, { keys, defaults = {} }: KeyOrder): JsonObject {
  const known = keys.filter((key) => Object.hasOwn(value, key))
  const unknown = Object.keys(value).filter((key) => !keys.includes(key))
  const entries = [...known, ...unknown].map((key): [string, Json | undefined] => [key, Reflect.get(value, key)])
  return Object.fromEntries(entries.filter(([key, item]) => item !== undefined && !isDefault(item, defaults[key])))
}

function isDefault(value: Json | undefined, fallback: Json | undefined): boolean {
  if (isJsonObject(value) && isJsonObject(fallback)) return Object.keys(value).length === 0
  return value === fallback
}
