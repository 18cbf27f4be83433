import type { JsonObject } from './Json.ts'

/** True for a plain object: not null, not a list, not an instance of a class. Its values are not looked at. */
export function isJsonObject(value: unknown): value is JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  // The second half admits plain objects of another realm (a frame, a worker's test context).
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
