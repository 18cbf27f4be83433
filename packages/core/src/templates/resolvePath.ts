import type { Json, JsonObject } from '../json/Json.ts'

/** The values a template or an expression can name. Only own properties count; `undefined` is as good as absent. */
export type Scope = JsonObject

/** A list index as written: digits, or a minus and digits to count from the end. */
const indexPattern = /^-?\d{1,15}$/

/**
 * One step into a value: an own property of an object, or an item of a list (`-1` is the last).
 * Nothing is inherited, and lists and texts have no properties: `length`, `constructor` and their kind are unknown here.
 */
export function lookUp(value: Json | undefined, key: string): Json | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (isList(value)) return indexPattern.test(key) ? value.at(Number(key)) : undefined
  return Object.hasOwn(value, key) ? value[key] : undefined
}

/** Follows a path from the scope; `undefined` where it leads to nothing. */
export function resolvePath(scope: Scope, path: readonly string[]): Json | undefined {
  let value: Json | undefined = scope
  for (const key of path) value = lookUp(value, key)
  return value
}

/** `Array.isArray` that narrows a readonly list. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

/** True for an object that is not a list. */
export function isRecord(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value)
}
