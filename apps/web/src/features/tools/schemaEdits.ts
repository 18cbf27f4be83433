import { isJsonObject, type Json, type JsonObject } from '@petal/core/model'

/** One property of an object schema. */
export interface SchemaProperty {
  readonly name: string
  readonly schema: JsonObject
  readonly required: boolean
}

/** What a property holds, as people choose it. `other`: something the form cannot show, kept as it is. */
export const propertyTypes = ['string', 'number', 'integer', 'boolean', 'enum', 'array', 'object', 'other'] as const
export type PropertyType = (typeof propertyTypes)[number]

/** The properties of an object schema, in order. */
export function listProperties({ properties, required }: JsonObject): readonly SchemaProperty[] {
  const needed = Array.isArray(required) ? required : []
  return Object.entries(isJsonObject(properties) ? properties : {}).map(([name, schema]) => ({
    name,
    schema: isJsonObject(schema) ? schema : {},
    required: needed.includes(name),
  }))
}

/** The object schema with other properties; all else it says stays. */
function withProperties(schema: JsonObject, properties: readonly SchemaProperty[]): JsonObject {
  const { properties: _before, required: _needed, ...rest } = schema
  const needed = properties.filter(({ required }) => required).map(({ name }) => name)
  return {
    ...rest,
    type: 'object',
    properties: Object.fromEntries(properties.map((property) => [property.name, property.schema])),
    ...(needed.length === 0 ? {} : { required: needed }),
  }
}

export function addProperty(schema: JsonObject): JsonObject {
  const before = listProperties(schema)
  const names = before.map(({ name }) => name)
  const free = (number: number): string =>
    names.includes(`argument_${number}`) ? free(number + 1) : `argument_${number}`
  return withProperties(schema, [...before, { name: free(1), schema: { type: 'string' }, required: true }])
}

export function setProperty(schema: JsonObject, name: string, patch: Partial<SchemaProperty>): JsonObject {
  return withProperties(
    schema,
    listProperties(schema).map((property) => (property.name === name ? { ...property, ...patch } : property)),
  )
}

export function removeProperty(schema: JsonObject, name: string): JsonObject {
  return withProperties(
    schema,
    listProperties(schema).filter((property) => property.name !== name),
  )
}

/** What kind of value a schema asks for. */
export function typeOfSchema(schema: JsonObject): PropertyType {
  if (Array.isArray(schema.enum)) return schema.enum.every((value) => typeof value === 'string') ? 'enum' : 'other'
  const isPlain = !['anyOf', 'oneOf', 'allOf', '$ref', 'const'].some((key) => key in schema)
  const known = propertyTypes.find((type) => type === schema.type && type !== 'enum' && type !== 'other')
  return isPlain && known !== undefined ? known : 'other'
}

const shapes: Readonly<Record<Exclude<PropertyType, 'other'>, JsonObject>> = {
  string: { type: 'string' },
  number: { type: 'number' },
  integer: { type: 'integer' },
  boolean: { type: 'boolean' },
  enum: { type: 'string', enum: [] },
  array: { type: 'array', items: { type: 'string' } },
  object: { type: 'object', properties: {} },
}

/** The schema of another kind of value; its words stay. */
export function setSchemaType(schema: JsonObject, type: PropertyType): JsonObject {
  if (type === 'other') return schema
  const { title, description } = schema
  return {
    ...shapes[type],
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
  }
}

/** The schema with one keyword changed; an empty text takes it out. */
export function setKeyword(schema: JsonObject, key: string, value: Json): JsonObject {
  const { [key]: _before, ...rest } = schema
  return value === '' ? rest : { ...schema, [key]: value }
}
