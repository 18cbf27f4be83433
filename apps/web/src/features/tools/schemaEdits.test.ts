import type { JsonObject } from '@petal/core/model'
import { expect, test } from 'vitest'
import {
  addProperty,
  listProperties,
  removeProperty,
  setKeyword,
  setProperty,
  setSchemaType,
  typeOfSchema,
} from './schemaEdits.ts'

const schema: JsonObject = {
  type: 'object',
  $comment: 'kept',
  properties: { city: { type: 'string', minLength: 2 }, days: { type: 'integer' } },
  required: ['city'],
  additionalProperties: false,
}

test('properties are listed in order, with what must be given', () => {
  expect(listProperties(schema).map(({ name, required }) => `${name} ${required}`)).toEqual(['city true', 'days false'])
  expect(listProperties({ properties: 3 })).toEqual([])
})

test('a new name keeps its place, its schema and whether it must be given', () => {
  const renamed = setProperty(schema, 'city', { name: 'town' })
  expect(Object.keys(renamed.properties as JsonObject)).toEqual(['town', 'days'])
  expect(renamed).toMatchObject({ required: ['town'], $comment: 'kept', additionalProperties: false })
  expect((renamed.properties as JsonObject).town).toEqual({ type: 'string', minLength: 2 })
})

test('adding and removing leave the rest as it was', () => {
  const grown = addProperty(addProperty(schema))
  expect(listProperties(grown).map(({ name }) => name)).toEqual(['city', 'days', 'argument_1', 'argument_2'])
  const back = removeProperty(removeProperty(grown, 'argument_1'), 'argument_2')
  expect(back).toEqual(schema)
  expect(setProperty(schema, 'city', { required: false })).not.toHaveProperty('required')
})

test.each<[JsonObject, string]>([
  [{ type: 'string' }, 'string'],
  [{ type: 'string', enum: ['a'] }, 'enum'],
  [{ enum: [1, 2] }, 'other'],
  [{ type: 'array', items: {} }, 'array'],
  [{ type: ['string', 'null'] }, 'other'],
  [{ anyOf: [{ type: 'string' }] }, 'other'],
  [{ type: 'string', $ref: '#/$defs/a' }, 'other'],
  [{}, 'other'],
])('%j is shown as %s', (part, type) => {
  expect(typeOfSchema(part)).toBe(type)
})

test('another type keeps the words; what the form cannot show is never changed by it', () => {
  expect(setSchemaType({ type: 'string', description: 'Where', minLength: 2 }, 'array')).toEqual({
    type: 'array',
    items: { type: 'string' },
    description: 'Where',
  })
  const odd = { anyOf: [{ type: 'string' }] }
  expect(setSchemaType(odd, 'other')).toBe(odd)
  expect(setKeyword({ type: 'string', description: 'x' }, 'description', '')).toEqual({ type: 'string' })
})
