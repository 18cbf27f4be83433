import type { Problem } from '../errors/Problem.ts'
import { isJsonObject } from '../json/isJsonObject.ts'
import { joinPath } from '../json/jsonPath.ts'
import { type AnySchema, childSchema, knownKeys, schemaParts } from '../step/schemaTree.ts'
import { closestName } from '../templates/closestName.ts'

/** A warning for every key that the schema does not know, at any depth. Nothing is dropped because of it. */
export function findUnknownKeys(schema: AnySchema, value: unknown, path = 'config'): readonly Problem[] {
  if (Array.isArray(value)) {
    const parts = schemaParts(schema)
    if (parts.type !== 'array') return []
    return value.flatMap((item, index) => findUnknownKeys(parts.element, item, joinPath(path, index)))
  }
  if (!isJsonObject(value)) return []
  return Object.keys(value).flatMap((key) => {
    const child = childSchema(schema, key)
    const item = value[key]
    if (child !== undefined) return typeof item === 'object' ? findUnknownKeys(child, item, joinPath(path, key)) : []
    const known = knownKeys(schema)
    return known === undefined ? [] : [unknownKey(key, joinPath(path, key), known)]
  })
}

function unknownKey(key: string, path: string, known: readonly string[]): Problem {
  const meant = closestName(key, known)
  const hint = meant === undefined ? `It knows: ${known.join(', ')}.` : `Did you mean ${meant}?`
  return {
    code: 'step.unknownKey',
    severity: 'warning',
    path,
    message: `'${key}' is no setting of this step: it is kept, but has no effect. ${hint}`,
    cause: { available: known },
    fix: { label: `Remove ${key}`, change: { path } },
  }
}
