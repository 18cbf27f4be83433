import * as z from 'zod'
import { AgentError } from '../errors/AgentError.ts'
import type { JsonObject } from '../json/Json.ts'
import type { FieldSpec } from './FieldSpec.ts'
import { jsonSchemaToFields } from './jsonSchemaToFields.ts'

/** Forms do not change while their schema lives; the same list each time also keeps views still. */
const described = new WeakMap<z.ZodType, readonly FieldSpec[]>()

/**
 * The property form of a zod object, as data: one field per key, read from what the schema accepts as input and from
 * its `.meta()` (see `FieldMeta`). What is no object gives an empty form.
 *
 * @throws AgentError `build.plugin` when it is not a zod 4 schema, or one that JSON Schema cannot describe.
 */
export function describeFields(schema: z.ZodType): readonly FieldSpec[] {
  const known = described.get(schema)
  if (known !== undefined) return known
  const fields = jsonSchemaToFields(toJsonSchema(schema))
  described.set(schema, fields)
  return fields
}

function toJsonSchema(schema: z.ZodType): JsonObject {
  try {
    // A JSON Schema is plain JSON; zod's own type for it is wider.
    return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonObject
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new AgentError('build.plugin', `The schema cannot be shown as a form: ${reason}`, { cause })
  }
}
