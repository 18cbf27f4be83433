import * as z from 'zod'
import { AgentError } from '../errors/AgentError.ts'
import { isJson } from '../json/isJson.ts'
import { isJsonObject } from '../json/isJsonObject.ts'
import type { Json } from '../json/Json.ts'

/** A JSON Schema as a plain object. */
export type JsonSchema = Readonly<Record<string, Json>>

/** True for a zod 4 schema, whichever copy of zod made it. */
export function isZodSchema(value: unknown): value is z.ZodType {
  return typeof value === 'object' && value !== null && '_zod' in value
}

/**
 * The JSON Schema of a zod schema; a JSON Schema is given back as it is.
 *
 * @throws AgentError `build.argument` for what is neither, and for a zod schema that JSON Schema cannot express
 */
export function toJsonSchema(schema: unknown): JsonSchema {
  if (!isZodSchema(schema)) return requireJsonSchema(schema)
  try {
    const { $schema: _dialect, ...described } = z.toJSONSchema(schema)
    return requireJsonSchema(described)
  } catch (cause) {
    if (AgentError.isInstance(cause)) throw cause
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new AgentError('build.argument', `This zod schema cannot be told to a model: ${reason}`, { cause })
  }
}

function requireJsonSchema(schema: unknown): JsonSchema {
  if (typeof schema === 'object' && schema !== null && isJsonObject(schema) && isJson(schema)) {
    return Object.fromEntries(Object.entries(schema).filter((entry): entry is [string, Json] => entry[1] !== undefined))
  }
  throw new AgentError('build.argument', 'A structured answer needs a JSON Schema (a plain object) or a zod schema.')
}
