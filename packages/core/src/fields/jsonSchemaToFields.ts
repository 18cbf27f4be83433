import { isJsonObject } from '../json/isJsonObject.ts'
import type { Json, JsonObject } from '../json/Json.ts'
import type { FieldBase, FieldKind, FieldSpec } from './FieldSpec.ts'

/** The fields of a form for a JSON Schema of type object. What it does not understand becomes a JSON field. */
export function jsonSchemaToFields(schema: JsonObject): FieldSpec[] {
  const properties = isJsonObject(schema.properties) ? schema.properties : {}
  const required = new Set(Array.isArray(schema.required) ? schema.required : [])
  return Object.entries(properties).map(([name, property]) =>
    toField(name, isJsonObject(property) ? property : {}, required.has(name)),
  )
}

function toField(name: string, schema: JsonObject, required: boolean): FieldSpec {
  return { ...toBase(name, schema, required), kind: 'text' }
}

function toBase(name: string, schema: JsonObject, required: boolean): FieldBase {
  return {
    name,
    title: typeof schema.title === 'string' ? schema.title : name,
    required,
    advanced: schema.advanced === true,
  }
}
