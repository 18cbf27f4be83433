import { Validator } from '@cfworker/json-schema'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultLLM } from '../../config/AgentConfig.ts'
import type { Json } from '../../json/Json.ts'
import { createPracticeModel } from '../practice.ts'
import { fillSchema } from './fillSchema.ts'

interface Schema {
  readonly [key: string]: Json
}

const objectOf = (properties: Schema): Schema => ({ type: 'object', properties, required: Object.keys(properties) })
const fill = (schema: Schema, text: string): Json => fillSchema(schema, { text, instructions: '' })
const isValid = (schema: Schema, value: Json): boolean => new Validator(structuredClone(schema)).validate(value).valid

describe('schemas', () => {
  test('are filled with the words of the question', () => {
    const schema = objectOf({
      title: { type: 'string' },
      rating: { type: 'integer', minimum: 1, maximum: 10 },
      tags: { type: 'array', items: { type: 'string' } },
      person: { type: 'string' },
      city: { type: 'string' },
      date: { type: 'string' },
      email: { type: 'string', format: 'email' },
      link: { type: 'string' },
      price: { type: 'number' },
      liked: { type: 'boolean' },
      confidence: { type: 'number' },
    })
    const question =
      'I liked Inception, seen in Rome on 2024-03-02 with Bob for 12.5 euros, see https://example.org/film'
    expect(fill(schema, question)).toMatchObject({
      person: 'Bob',
      city: 'Rome',
      date: '2024-03-02',
      link: 'https://example.org/film',
      liked: true,
      confidence: 0.8,
      tags: expect.arrayContaining(['Inception']),
    })
    expect(fill(objectOf({ liked: { type: 'boolean' } }), 'I did not like it')).toEqual({ liked: false })
  })

  test.each([
    ['email', 'Write to bob@example.org', 'bob@example.org'],
    ['email', 'Write to him', 'ada@example.com'],
    ['url', 'Look it up', 'https://example.com'],
    ['expression', 'What is 3 * (4 + 5)?', '3 * (4 + 5)'],
    ['expression', 'What is that?', '1 + 1'],
    ['query', 'Find cheap flights. Soon!', 'Find cheap flights.'],
    ['customer', 'Greet somebody', 'Ada'],
    ['customer', 'The one in the Rome office', 'Rome'],
    ['headline', 'Write about solar power', 'Solar Power'],
    ['headline', '', 'Example 1'],
    ['reason', 'Because of solar power', 'About solar power'],
    ['reason', '', 'Practice reason'],
    ['tag', '', 'example 1'],
    ['due_date', 'Some day', '2026-01-15'],
    ['country', 'Somewhere', 'Paris'],
  ])('a %s from %j is %j', (key, question, value) => {
    expect(fill(objectOf({ [key]: { type: 'string' } }), question)).toEqual({ [key]: value })
  })

  test.each<[Schema]>([
    [{ const: 7 }],
    [{ type: 'string', default: 'given' }],
    [{ type: ['null', 'string'] }],
    [{ anyOf: [{ type: 'null' }, objectOf({ a: { type: 'string' } })] }],
    [{ oneOf: [{ type: 'integer' }, { type: 'string' }] }],
    [{ allOf: [objectOf({ a: { type: 'string' } }), { properties: { b: { type: 'number' } }, required: ['b'] }] }],
    [
      {
        $defs: { point: objectOf({ x: { type: 'number' } }) },
        type: 'array',
        items: { $ref: '#/$defs/point' },
        minItems: 2,
      },
    ],
    [{ $defs: { node: { type: 'object', properties: { next: { $ref: '#/$defs/node' } } } }, $ref: '#/$defs/node' }],
    [{ type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }], minItems: 2 }],
    [{ type: 'array', items: { enum: ['a', 'b'] }, uniqueItems: true }],
    [{ type: 'array', items: { type: 'string' }, maxItems: 1 }],
    [{ type: 'array', items: { type: 'string' }, minItems: 5, uniqueItems: true }],
    [{ type: 'string', pattern: '^[a-z-]+$' }],
    [{ type: 'string', pattern: '^\\d+$' }],
    [{ type: 'string', minLength: 300 }],
    [{ type: 'string', maxLength: 3 }],
    [{ type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 }],
    [{ type: 'integer', minimum: 10, multipleOf: 4 }],
    [{ type: 'integer', maximum: -5 }],
    [{ type: 'integer', minimum: 1, maximum: 5, multipleOf: 4 }],
    [{ type: 'integer', minimum: -5, maximum: 3, multipleOf: 4 }],
    [{ properties: { a: { type: 'null' } }, required: ['a'] }],
    [{ items: { type: 'string', format: 'uuid' } }],
    [{ enum: [1, null, 'x'] }],
    [{}],
  ])('%j is satisfied', (schema) => {
    expect(isValid(schema, fill(schema, 'Write about 3 cats in Rome'))).toBe(true)
  })

  test('a range that allows every number gives one that a person would', () => {
    const { MIN_SAFE_INTEGER: minimum, MAX_SAFE_INTEGER: maximum } = Number
    const age = fill({ type: 'integer', minimum, maximum }, 'How old is the cat?')
    expect(age).toBeGreaterThanOrEqual(1)
    expect(age).toBeLessThanOrEqual(10)
  })

  const plain = fc.oneof(
    fc.record({ type: fc.constant('string'), minLength: fc.nat(20) }),
    fc
      .tuple(fc.integer(), fc.nat(100))
      .map(([minimum, range]) => ({ type: 'integer', minimum, maximum: minimum + range })),
    fc.record({ type: fc.constant('boolean') }),
    fc.record({ enum: fc.uniqueArray(fc.string(), { minLength: 1 }) }),
  )
  const { schema: anySchema } = fc.letrec((tie) => ({
    schema: fc.oneof(
      { maxDepth: 3 },
      plain,
      fc.record({ type: fc.constant('array'), items: tie('schema'), minItems: fc.nat(4) }),
      fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), tie('schema'), { maxKeys: 4 }).map((properties) => ({
        type: 'object',
        properties,
        required: Object.keys(properties),
        additionalProperties: false,
      })),
    ),
  }))
  test('of any shape are satisfied by any question', () =>
    fc.assert(
      fc.property(anySchema, fc.string(), (schema, question) => {
        expect(isValid(schema as Schema, fill(schema as Schema, question))).toBe(true)
      }),
    ))

  test('that cannot be satisfied give the fault a model’s bad answer gives', async () => {
    const ask = (schema: Schema) =>
      createPracticeModel(defaultLLM).chat({
        messages: [{ role: 'user', content: 'x' }],
        output: { name: 'form', schema },
        signal: new AbortController().signal,
      })
    await expect(ask({ type: 'string', pattern: '^(never){9}$' })).rejects.toMatchObject({ code: 'provider.badAnswer' })
    await expect(ask({ type: 'string', pattern: '(' })).rejects.toMatchObject({ code: 'provider.unsupported' })
  })
})
