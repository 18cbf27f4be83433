import { isJsonObject } from '../json/isJsonObject.ts'
import type { Json, JsonObject } from '../json/Json.ts'
import type { FieldKind, FieldOption, FieldSpec } from './FieldSpec.ts'
import { readMeta, toFieldBase, withoutMeta } from './readMeta.ts'
import { resolveSchema, type SchemaScope } from './resolveSchema.ts'

/**
 * The fields of a form for a JSON Schema of type object, one per property in order. It understands text, numbers,
 * choices, lists, records and nested objects, and the form keys of `FieldMeta`; all else becomes a JSON field checked
 * against its schema. Properties whose name has a dot cannot be addressed by a form and are left out.
 */
export function jsonSchemaToFields(schema: JsonObject): FieldSpec[] {
  const resolved = resolveSchema(schema, { root: schema, followed: [] })
  return toFields(resolved.schema, resolved.scope)
}

function toFields(schema: JsonObject, scope: SchemaScope): FieldSpec[] {
  const required = new Set(Array.isArray(schema.required) ? schema.required : [])
  return Object.entries(propertiesOf(schema))
    .filter(([name]) => !name.includes('.'))
    .map(([name, property]) => toField(name, property, { scope, required: required.has(name) }))
}

function toField(
  name: string,
  property: Json | undefined,
  { scope: outer, required }: { readonly scope: SchemaScope; readonly required: boolean },
): FieldSpec {
  const { schema, scope } = resolveSchema(property, outer)
  const base = toFieldBase(name, schema, required)
  const { widget, itemTitle, step, agentFrom = 'agent', agentPart = 'all' } = readMeta(schema)
  const kind = widget !== undefined && fitsWidget(widget, schema) ? widget : inferKind(schema, scope)
  switch (kind) {
    case 'number':
      return { ...base, kind, ...rangeOf(schema), integer: schema.type === 'integer' }
    case 'slider':
      return { ...base, kind, min: 0, max: 1, ...rangeOf(schema), step: step ?? stepOf(schema) }
    case 'select':
      return { ...base, kind, options: optionsOf(schema) }
    case 'list': {
      const item = resolveSchema(schema.items, scope)
      const title = itemTitle ?? titleKeyOf(item.schema)
      const fields = toFields(item.schema, item.scope)
      return title === undefined ? { ...base, kind, fields } : { ...base, kind, fields, itemTitle: title }
    }
    case 'agentField':
      return { ...base, kind, agentFrom, agentPart }
    case 'record':
      return { ...base, kind, value: toField('value', schema.additionalProperties, { scope, required: true }) }
    case 'group':
      return { ...base, kind, fields: toFields(schema, scope) }
    case 'json':
      return { ...base, kind, ...validationOf(schema, scope) }
    default:
      return { ...base, kind }
  }
}

/** A widget is taken only where the schema has what it needs; otherwise the form would show a field it cannot fill. */
function fitsWidget(widget: FieldKind, schema: JsonObject): boolean {
  switch (widget) {
    case 'slider': {
      const { min, max } = rangeOf(schema)
      return isNumeric(schema) && min !== undefined && max !== undefined
    }
    case 'number':
      return isNumeric(schema)
    case 'select':
      return optionsOf(schema).length > 0
    case 'list':
      return schema.type === 'array' && isJsonObject(schema.items)
    case 'record':
      return isJsonObject(schema.additionalProperties)
    case 'group':
      return Object.keys(propertiesOf(schema)).length > 0
    default:
      return true
  }
}

function inferKind(schema: JsonObject, scope: SchemaScope): FieldKind {
  if (optionsOf(schema).length > 0) return 'select'
  switch (schema.type) {
    case 'string':
      return schema.format === 'textarea' ? 'longText' : 'text'
    case 'number':
    case 'integer':
      return 'number'
    case 'boolean':
      return 'toggle'
    case 'array': {
      const items = resolveSchema(schema.items, scope).schema
      if (items.type === 'string') return 'textList'
      return isFormObject(items) ? 'list' : 'json'
    }
    case 'object':
      if (isFormObject(schema)) return 'group'
      return isRecord(schema, scope) ? 'record' : 'json'
    default:
      return 'json'
  }
}

/** An object a form can show whole: it has properties, and every name can be addressed. */
function isFormObject(schema: JsonObject): boolean {
  const names = Object.keys(propertiesOf(schema))
  return schema.type === 'object' && names.length > 0 && names.every((name) => !name.includes('.'))
}

function isRecord(schema: JsonObject, scope: SchemaScope): boolean {
  const value = resolveSchema(schema.additionalProperties, scope).schema
  return typeof value.type === 'string' || optionsOf(value).length > 0
}

function propertiesOf(schema: JsonObject): JsonObject {
  return isJsonObject(schema.properties) ? schema.properties : {}
}

function isNumeric(schema: JsonObject): boolean {
  return schema.type === 'number' || schema.type === 'integer'
}

/** The choices of an enum, of a constant, or of alternatives that are constants; none when they are not all texts. */
function optionsOf(schema: JsonObject): FieldOption[] {
  const labels = readMeta(schema).labels ?? {}
  const alternatives = schema.anyOf ?? schema.oneOf
  const constants: readonly (readonly [Json | undefined, Json | undefined])[] = Array.isArray(schema.enum)
    ? schema.enum.filter((value) => value !== null).map((value) => [value, undefined])
    : Array.isArray(alternatives)
      ? alternatives.map((item) => (isJsonObject(item) ? [item.const, item.title] : [undefined, undefined]))
      : [[schema.const, undefined]]
  const options = constants.flatMap(([value, title]): FieldOption[] => {
    if (typeof value !== 'string') return []
    const label = Object.hasOwn(labels, value) ? labels[value] : undefined
    return [{ value, label: label ?? (typeof title === 'string' ? title : value) }]
  })
  return options.length === constants.length ? options : []
}

function rangeOf(schema: JsonObject): { min?: number; max?: number } {
  const unit = schema.type === 'integer' ? 1 : 0
  const min = bound(schema.minimum) ?? bound(schema.exclusiveMinimum, unit)
  const max = bound(schema.maximum) ?? bound(schema.exclusiveMaximum, -unit)
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
}

/** A limit people should see: the ends of the safe integers, which schemas of integers carry, are none. */
function bound(limit: Json | undefined, shift = 0): number | undefined {
  return typeof limit === 'number' && Math.abs(limit) < Number.MAX_SAFE_INTEGER ? limit + shift : undefined
}

function stepOf(schema: JsonObject): number {
  if (typeof schema.multipleOf === 'number') return schema.multipleOf
  return schema.type === 'integer' ? 1 : 0.1
}

/** The property that best titles an item of a list. */
function titleKeyOf(schema: JsonObject): string | undefined {
  const names = Object.keys(propertiesOf(schema))
  return ['name', 'title', 'label', 'id', 'key'].find((key) => names.includes(key))
}

/** The schema a JSON field's value is checked against; nothing when it would accept everything. */
function validationOf(schema: JsonObject, { root }: SchemaScope): { schema?: JsonObject & Record<string, Json> } {
  const { title: _title, description: _description, default: _default, ...rules } = withoutMeta(schema)
  const defined = Object.fromEntries(
    Object.entries(rules).filter((entry): entry is [string, Json] => entry[1] !== undefined),
  )
  if (Object.keys(defined).length === 0) return {}
  const definitions = root.$defs
  return { schema: definitions === undefined ? defined : { ...defined, $defs: definitions } }
}
