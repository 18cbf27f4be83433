import { isJsonObject } from '../json/isJsonObject.ts'
import type { Json, JsonObject } from '../json/Json.ts'

/** A JSON Schema being read: its root, for references, and the references followed on the way, against endless ones. */
export interface SchemaScope {
  readonly root: JsonObject
  readonly followed: readonly string[]
}

/** A schema without its outer wrappers, and the scope its parts are read in. */
export interface ResolvedSchema {
  readonly schema: JsonObject
  readonly scope: SchemaScope
}

/**
 * Follows a local reference and takes "or null" away, keeping what was said beside them (title, default, widget).
 * A reference that leads back to itself or to nowhere is left unread: it has no `type`, and becomes a JSON field.
 */
export function resolveSchema(value: Json | undefined, scope: SchemaScope): ResolvedSchema {
  const schema = isJsonObject(value) ? value : {}
  const { $ref, ...beside } = schema
  if (typeof $ref === 'string') {
    const target = scope.followed.includes($ref) ? undefined : findReference(scope.root, $ref)
    if (target === undefined) return { schema: beside, scope }
    return resolveSchema({ ...target, ...beside }, { ...scope, followed: [...scope.followed, $ref] })
  }
  const single = singleAlternative(schema)
  if (single === undefined) return { schema: withoutNullType(schema), scope }
  const { anyOf: _anyOf, oneOf: _oneOf, allOf: _allOf, ...outside } = schema
  return resolveSchema({ ...single, ...outside }, scope)
}

function findReference(root: JsonObject, reference: string): JsonObject | undefined {
  if (reference === '#') return root
  if (!reference.startsWith('#/')) return undefined
  let found: Json | undefined = root
  for (const part of reference.slice(2).split('/')) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
    if (!isJsonObject(found) || !Object.hasOwn(found, key)) return undefined
    found = found[key]
  }
  return isJsonObject(found) ? found : undefined
}

/** The only alternative beside null in `anyOf`, `oneOf` or `allOf`. */
function singleAlternative(schema: JsonObject): JsonObject | undefined {
  const alternatives = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (!Array.isArray(alternatives)) return undefined
  const real = alternatives.filter((item) => !isJsonObject(item) || item.type !== 'null')
  return real.length === 1 && isJsonObject(real[0]) ? real[0] : undefined
}

function withoutNullType(schema: JsonObject): JsonObject {
  if (!Array.isArray(schema.type)) return schema
  const types = schema.type.filter((type) => type !== 'null')
  return types.length === 1 && types[0] !== undefined ? { ...schema, type: types[0] } : schema
}
