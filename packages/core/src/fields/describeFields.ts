import * as z from 'zod'
import type { JsonObject } from '../json/Json.ts'
import type { FieldSpec } from './FieldSpec.ts'
import { jsonSchemaToFields } from './jsonSchemaToFields.ts'

/**
 * The property form of a zod object, as data: one field per key, read from what the schema accepts as input and from
 * its `.meta()`.
 */
export function describeFields(schema: z.ZodType): FieldSpec[] {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' })
  // A JSON Schema is plain JSON; zod types it more narrowly.
  return jsonSchemaToFields(json as JsonObject)
}
