import { isJsonObject } from '../json/isJsonObject.ts'
import type { Json, JsonObject } from '../json/Json.ts'

/** Keys of a schema that speak about forms; validators would only pass over them. */
const formKeys = new Set(['widget', 'advanced', 'placeholder', 'visibleWhen', 'labels', 'itemTitle', 'step'])
/** Keys whose value maps names to schemas: the names are anyone's. */
const schemaMaps = new Set(['properties', 'definitions', '$defs', 'patternProperties'])
/** Keys whose value is data, not a schema. */
const dataKeys = new Set(['default', 'const', 'enum', 'examples', 'required'])

/**
 * A JSON Schema as it is published: without what speaks about forms, without the bounds every safe integer has, and
 * with its local references moved by `moveReference`.
 */
export function tidyJsonSchema(schema: JsonObject, moveReference = (reference: string) => reference): JsonObject {
  const tidy = (value: Json | undefined): Json | undefined => {
    if (Array.isArray(value)) return value.map((item: Json) => tidy(item) ?? null)
    return isJsonObject(value) ? tidyJsonSchema(value, moveReference) : value
  }
  const entries = Object.entries(schema).flatMap(([key, value]): [string, Json | undefined][] => {
    if (formKeys.has(key) || key === '$schema' || isSafeBound(key, value)) return []
    if (dataKeys.has(key)) return [[key, value]]
    if (key === '$ref' && typeof value === 'string') return [[key, moveReference(value)]]
    if (!schemaMaps.has(key) || !isJsonObject(value)) return [[key, tidy(value)]]
    return [[key, Object.fromEntries(Object.entries(value).map(([name, item]) => [name, tidy(item)]))]]
  })
  return Object.fromEntries(entries)
}

function isSafeBound(key: string, value: Json | undefined): boolean {
  return (key === 'maximum' || key === 'minimum') && Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER
}
