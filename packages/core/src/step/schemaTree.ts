import type * as z from 'zod'

/** Any zod schema. */
export type AnySchema = z.core.$ZodType

type Definition = z.core.$ZodTypes['_zod']['def']

/** Schemas do not change, and the same ones are looked at for every step of an agent. */
const unwrapped = new WeakMap<AnySchema, Definition>()

/**
 * What a schema is made of, wrappers (defaults, optional …) taken off. Read from the definition, never by `instanceof`:
 * a plugin may bring its own copy of zod.
 */
export function schemaParts(schema: AnySchema): Definition {
  const known = unwrapped.get(schema)
  if (known !== undefined) return known
  const definition = unwrap(schema)
  unwrapped.set(schema, definition)
  return definition
}

function unwrap(schema: AnySchema): Definition {
  // `$ZodTypes` is zod's union of all its schemas, told apart by `def.type`; `$ZodType` is their common base.
  const definition = (schema as z.core.$ZodTypes)._zod.def
  switch (definition.type) {
    case 'default':
    case 'prefault':
    case 'optional':
    case 'nonoptional':
    case 'nullable':
    case 'readonly':
    case 'catch':
      return unwrap(definition.innerType)
    case 'pipe':
      return unwrap(definition.in)
    default:
      return definition
  }
}

/** The schema of what stands under a key of an object or at an index of a list. */
export function childSchema(schema: AnySchema, key: PropertyKey): AnySchema | undefined {
  const parts = schemaParts(schema)
  if (parts.type === 'object') return Object.hasOwn(parts.shape, key) ? parts.shape[String(key)] : undefined
  if (parts.type === 'array') return parts.element
  if (parts.type === 'record') return parts.valueType
  return undefined
}

/** The names of an object's settings; nothing for a schema that takes any key, or is no object. */
export function knownKeys(schema: AnySchema): readonly string[] | undefined {
  const parts = schemaParts(schema)
  return parts.type === 'object' && parts.catchall === undefined ? Object.keys(parts.shape) : undefined
}

/** What people call a setting: the title in its `meta`, else its name in words. */
export function settingTitle(schema: AnySchema | undefined, name: string): string {
  const title: unknown = schema === undefined ? undefined : readMeta(schema)?.title
  if (typeof title === 'string' && title !== '') return title
  const words = name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').replaceAll(/[-_]+/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase()
}

function readMeta(schema: AnySchema): Readonly<Record<string, unknown>> | undefined {
  const meta: unknown = 'meta' in schema && typeof schema.meta === 'function' ? schema.meta() : undefined
  return typeof meta === 'object' && meta !== null ? { ...meta } : undefined
}
