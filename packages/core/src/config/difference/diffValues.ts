import { isJsonObject } from '../../json/isJsonObject.ts'
import type { Json } from '../../json/Json.ts'

/** Two values that differ, and where they stand. */
export interface ValueDifference {
  readonly path: readonly string[]
  readonly before: Json | undefined
  readonly after: Json | undefined
}

/**
 * Where two values differ, as far in as both have something there. Lists of objects are gone into when they are equally
 * long; every other list is one value. The order of keys means nothing.
 */
export function diffValues(
  before: Json | undefined,
  after: Json | undefined,
  path: readonly string[] = [],
): readonly ValueDifference[] {
  if (before === after) return []
  if (isJsonObject(before) && isJsonObject(after)) {
    const keys = [...Object.keys(before), ...Object.keys(after).filter((key) => !Object.hasOwn(before, key))]
    return keys.flatMap((key) => diffValues(own(before, key), own(after, key), [...path, key]))
  }
  if (isObjectList(before) && isObjectList(after) && before.length === after.length)
    return before.flatMap((item, index) => diffValues(item, after[index], [...path, String(index)]))
  if (Array.isArray(before) && Array.isArray(after) && isSameList(before, after)) return []
  return [{ path, before, after }]
}

function own(record: { readonly [key: string]: Json | undefined }, key: string): Json | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

function isObjectList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value) && value.every((item) => isJsonObject(item))
}

function isSameList(before: readonly Json[], after: readonly Json[]): boolean {
  return before.length === after.length && before.every((item, index) => diffValues(item, after[index]).length === 0)
}
