import { type Json, sameJson } from '@petal/core/model'

/** One setting that is another one. */
export interface ChangedSetting {
  readonly setting: readonly string[]
  readonly before: Json | undefined
  readonly after: Json | undefined
}

/** The settings in which two objects differ, as far in as both have objects there; of what is no object, the whole. */
export function listChanges(
  before: Json | undefined,
  after: Json | undefined,
  setting: readonly string[] = [],
): readonly ChangedSetting[] {
  if (sameJson(before, after)) return []
  if (!isObject(before) || !isObject(after)) return [{ setting, before, after }]
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].flatMap((key) => listChanges(at(before, key), at(after, key), [...setting, key]))
}

type JsonObject = Extract<Json, { readonly [key: string]: Json | undefined }>

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function at(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}
