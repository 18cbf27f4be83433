import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { describeFields } from './describeFields.ts'
import type { FieldSpec } from './FieldSpec.ts'
import { jsonSchemaToFields } from './jsonSchemaToFields.ts'

/** The one field a schema for the key `field` gives. */
function fieldOf(schema: z.ZodType): FieldSpec | undefined {
  return describeFields(z.object({ field: schema }))[0]
}

describe('kinds', () => {
  test.each<[string, z.ZodType, Partial<FieldSpec> & { kind: FieldSpec['kind'] }]>([
    ['text', z.string(), { kind: 'text', required: true }],
    ['an optional text', z.string().optional(), { kind: 'text', required: false }],
    ['a text that may be missing but not undefined', z.string().exactOptional(), { kind: 'text', required: false }],
    ['a text with a default', z.string().default('x'), { kind: 'text', required: false, default: 'x' }],
    ['a nullable text', z.string().nullable().default(null), { kind: 'text', required: false, default: null }],
    [
      'a trimmed, refined text',
      z
        .string()
        .trim()
        .refine((x) => x !== 'no'),
      { kind: 'text' },
    ],
    ['a transformed text', z.string().transform((x) => x.length), { kind: 'text' }],
    ['a number', z.number(), { kind: 'number', integer: false }],
    ['a bounded number', z.number().min(-1).max(2.5), { kind: 'number', min: -1, max: 2.5 }],
    ['an open range of integers', z.int().gt(0).lt(10), { kind: 'number', integer: true, min: 1, max: 9 }],
    ['a switch', z.boolean().default(false), { kind: 'toggle', default: false }],
    [
      'a choice',
      z.enum(['a', 'b']),
      {
        kind: 'select',
        options: [
          { value: 'a', label: 'a' },
          { value: 'b', label: 'b' },
        ],
      },
    ],
    ['a literal', z.literal('only'), { kind: 'select', options: [{ value: 'only', label: 'only' }] }],
    ['a nullable choice', z.enum(['a', 'b']).nullable(), { kind: 'select' }],
    ['a union of literals', z.union([z.literal('a'), z.literal('b')]), { kind: 'select' }],
    ['lines of text', z.array(z.string()), { kind: 'textList' }],
    ['a list of numbers', z.array(z.number()), { kind: 'json', schema: { type: 'array', items: { type: 'number' } } }],
    ['a union of types', z.union([z.string(), z.number()]), { kind: 'json' }],
    ['anything', z.unknown(), { kind: 'json' }],
    ['any JSON', z.json(), { kind: 'json' }],
    ['what JSON Schema cannot describe', z.custom<string>(() => true), { kind: 'json' }],
    ['an object without known keys', z.looseObject({}), { kind: 'json' }],
  ])('%s', (_name, schema, expected) => {
    expect(fieldOf(schema)).toMatchObject(expected)
  })

  test('a list of objects has its fields and the key that titles an item', () => {
    const routes = z.array(z.object({ name: z.string(), description: z.string().default('') })).default([])
    expect(fieldOf(routes)).toMatchObject({
      kind: 'list',
      itemTitle: 'name',
      default: [],
      fields: [
        { kind: 'text', name: 'name', required: true },
        { kind: 'text', name: 'description', required: false },
      ],
    })
  })

  test('an item is titled by the key its meta names, or by none', () => {
    const item = z.object({ when: z.string(), name: z.string() })
    expect(fieldOf(z.array(item).meta({ itemTitle: 'when' }))).toMatchObject({ itemTitle: 'when' })
    expect(fieldOf(z.array(z.object({ when: z.string() })))).not.toHaveProperty('itemTitle')
  })

  test('a record has the field of its values', () => {
    expect(fieldOf(z.record(z.string(), z.int().meta({ title: 'Weight' })))).toMatchObject({
      kind: 'record',
      value: { kind: 'number', integer: true, title: 'Weight' },
    })
  })

  test('a nested object is a group', () => {
    expect(fieldOf(z.object({ key: z.string(), deep: z.object({ on: z.boolean() }) }))).toMatchObject({
      kind: 'group',
      fields: [{ kind: 'text' }, { kind: 'group', fields: [{ kind: 'toggle', name: 'on' }] }],
    })
  })

  test('a schema that contains itself ends in a JSON field', () => {
    interface Tree {
      name: string
      children: Tree[]
    }
    const tree: z.ZodType<Tree> = z.object({
      name: z.string(),
      get children() {
        return z.array(tree)
      },
    })
    expect(fieldOf(tree)).toMatchObject({
      kind: 'group',
      fields: [{ kind: 'text' }, { name: 'children', kind: 'json' }],
    })
  })
})

describe('meta', () => {
  test('words, folding, placeholder and condition come from it', () => {
    const visibleWhen = { field: 'mode', in: ['a', 'b'] }
    const meta = { title: 'T', description: 'D', advanced: true, placeholder: 'P', visibleWhen }
    expect(fieldOf(z.string().meta(meta))).toMatchObject(meta)
  })

  test.each(['maxTokens', 'max_tokens', 'max-tokens'])('%s is titled in words', (name) => {
    expect(describeFields(z.object({ [name]: z.string() }))[0]?.title).toBe('Max tokens')
  })

  test('labels name the options', () => {
    const schema = z.enum(['a', 'constructor']).meta({ labels: { a: 'First' } })
    expect(fieldOf(schema)).toMatchObject({
      options: [
        { value: 'a', label: 'First' },
        { value: 'constructor', label: 'constructor' },
      ],
    })
  })

  test('a widget chooses another look', () => {
    expect(fieldOf(z.string().meta({ widget: 'prompt' }))).toMatchObject({ kind: 'prompt' })
    expect(fieldOf(z.object({ a: z.string() }).meta({ widget: 'model' }))).toMatchObject({ kind: 'model' })
    expect(fieldOf(z.record(z.string(), z.json()).meta({ widget: 'json' }))).toMatchObject({ kind: 'json' })
    expect(fieldOf(z.number().min(0).max(2).meta({ widget: 'slider', step: 0.5 }))).toMatchObject({
      kind: 'slider',
      min: 0,
      max: 2,
      step: 0.5,
    })
    expect(fieldOf(z.int().min(0).max(9).meta({ widget: 'slider' }))).toMatchObject({ step: 1 })
    expect(fieldOf(z.number().min(0).max(9).multipleOf(3).meta({ widget: 'slider' }))).toMatchObject({ step: 3 })
  })

  test.each<[string, z.ZodType, FieldSpec['kind']]>([
    ['a slider without an end', z.number().min(0).meta({ widget: 'slider' }), 'number'],
    ['a choice without options', z.string().meta({ widget: 'select' }), 'text'],
    ['a list of nothing', z.string().meta({ widget: 'list' }), 'text'],
    ['a group of nothing', z.string().meta({ widget: 'group' }), 'text'],
    ['a record of nothing', z.string().meta({ widget: 'record' }), 'text'],
    ['a number that is a text', z.string().meta({ widget: 'number' }), 'text'],
    ['a widget nobody knows', z.string().meta({ widget: 'hologram' }), 'text'],
  ])('%s falls back to what the schema says', (_name, schema, kind) => {
    expect(fieldOf(schema)?.kind).toBe(kind)
  })

  test('an empty default that the schema itself refuses makes a field required', () => {
    expect(fieldOf(z.string().min(1).default(''))).toMatchObject({ required: true, default: '' })
    expect(fieldOf(z.array(z.string()).min(1).default([]))).toMatchObject({ required: true })
    expect(fieldOf(z.string().min(1).default('ok'))).toMatchObject({ required: false })
  })
})

test('the same schema gives the same list, so that views stay still', () => {
  const schema = z.object({ a: z.string() })
  expect(describeFields(schema)).toBe(describeFields(schema))
})

test('what is no zod 4 schema is refused with a code', () => {
  // A plugin written in JavaScript can hand over anything.
  const foreign = { parse: () => 1 } as unknown as z.ZodType
  expect(() => describeFields(foreign)).toThrow(expect.objectContaining({ code: 'build.plugin' }))
})

describe('plain JSON Schema', () => {
  test('is described like a zod schema', () => {
    const fields = jsonSchemaToFields({
      type: 'object',
      required: ['city'],
      properties: {
        city: { type: 'string', title: 'City' },
        unit: { oneOf: [{ const: 'c', title: 'Celsius' }, { const: 'f' }] },
        note: { type: ['string', 'null'], format: 'textarea' },
        size: { type: 'integer', exclusiveMinimum: 0 },
        level: { enum: [1, 2] },
        extra: { type: 'object', additionalProperties: true },
        'a.b': { type: 'string' },
      },
    })
    expect(fields).toMatchObject([
      { name: 'city', kind: 'text', required: true, title: 'City' },
      { name: 'unit', kind: 'select', options: [{ label: 'Celsius' }, { label: 'f' }] },
      { name: 'note', kind: 'longText', required: false },
      { name: 'size', kind: 'number', integer: true, min: 1 },
      { name: 'level', kind: 'json', schema: { enum: [1, 2] } },
      { name: 'extra', kind: 'json' },
    ])
  })

  test('references are followed, and keep what stands beside them', () => {
    const fields = jsonSchemaToFields({
      $ref: '#/$defs/root',
      $defs: {
        root: {
          type: 'object',
          properties: { to: { $ref: '#/$defs/a~1b', title: 'To' }, lost: { $ref: '#/$defs/x' } },
        },
        'a/b': { type: 'string', title: 'Name', maxLength: 9 },
      },
    })
    expect(fields).toMatchObject([
      { name: 'to', kind: 'text', title: 'To' },
      { name: 'lost', kind: 'json' },
    ])
  })

  test.each([{}, { type: 'string' }, { properties: 3 }, { properties: { a: true } }])(
    '%j does not break it',
    (schema) => {
      expect(() => jsonSchemaToFields(schema)).not.toThrow()
    },
  )
})
