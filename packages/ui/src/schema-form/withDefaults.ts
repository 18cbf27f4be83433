import type { FieldSpec, Json, JsonObject } from '@petal/core/model'

/** The value a field shows while nothing is set. `undefined`: it is empty. */
export function defaultOf(field: FieldSpec): Json | undefined {
  if (field.default !== undefined) return field.default
  switch (field.kind) {
    case 'group':
      return withDefaults(field.fields, {})
    case 'list':
    case 'textList':
      return []
    case 'record':
      return {}
    case 'toggle':
      return false
    default:
      return undefined
  }
}

/** The settings with what stands in for missing ones, down through groups and lists. Unknown keys stay. */
export function withDefaults(fields: readonly FieldSpec[], values: JsonObject): JsonObject {
  const known = fields.map((field) => [
    field.name,
    fill(field, Object.hasOwn(values, field.name) ? values[field.name] : undefined),
  ])
  return { ...values, ...Object.fromEntries(known.filter(([, value]) => value !== undefined)) }
}

function fill(field: FieldSpec, value: Json | undefined): Json | undefined {
  if (value === undefined) return defaultOf(field)
  if (field.kind === 'group' && isObject(value)) return withDefaults(field.fields, value)
  if (field.kind === 'list' && isList(value)) {
    return value.map((item) => (isObject(item) ? withDefaults(field.fields, item) : item))
  }
  return value
}

/** True for a JSON object: neither a list nor null. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** True for a JSON list. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

/** True when two values are the same JSON; a key without a value counts as missing, key order does not count. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, index) => sameJson(item, b[index]))
  if (!isObject(a) || !isObject(b)) return false
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => sameJson(a[key], b[key]))
}
