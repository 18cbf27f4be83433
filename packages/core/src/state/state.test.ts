import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '../json/Json.ts'
import { checkState } from './checkState.ts'
import { checkStateType } from './checkStateType.ts'
import { createDefaultValue } from './createDefaultValue.ts'
import { fieldNameFault, isFieldName } from './isFieldName.ts'
import { fieldTypes, reducers, type StateField, type StateFieldType, type StateType } from './StateType.ts'

describe('names of fields', () => {
  test.each(['a', 'A1', '_x', 'user_name', 'state', 'exit'])('%s is one', (name) => {
    expect(isFieldName(name)).toBe(true)
    expect(fieldNameFault(name)).toBeUndefined()
  })

  test.each(['', '1a', 'a-b', 'a.b', 'ä', 'a b', ' a'])('"%s" breaks the grammar', (name) => {
    expect(fieldNameFault(name)).toContain('Use letters, digits and _')
  })

  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf', 'prototype'])(
    '%s is reserved',
    (name) => {
      expect(fieldNameFault(name)).toContain('reserved by JavaScript')
    },
  )
})

describe('start values', () => {
  test.each<[StateField, Json | undefined]>([
    [{ type: 'string' }, undefined],
    [{ type: 'array' }, undefined],
    [{ type: 'messages' }, []],
    [{ type: 'messages', reducer: 'replace' }, undefined],
    [{ type: 'array', reducer: 'append' }, []],
    [{ type: 'object', reducer: 'merge' }, {}],
    [{ type: 'number', reducer: 'add' }, 0],
    [{ type: 'number', reducer: 'add', default: 5 }, 5],
    [{ type: 'any', default: null }, null],
  ])('of %j is %j', (field, value) => {
    expect(createDefaultValue(field)).toEqual(value)
  })

  test('are fresh copies', () => {
    const field: StateField = { type: 'array', default: [{ a: 1 }] }
    expect(createDefaultValue(field)).toEqual(field.default)
    expect(createDefaultValue(field)).not.toBe(field.default)
  })

  test('fit their own field, whatever it is', () => {
    const field = fc.record({ type: fc.constantFrom(...fieldTypes), reducer: fc.constantFrom(...reducers) })
    fc.assert(
      fc.property(field, (candidate) => {
        const stateType: StateType = { name: 'S', fields: { a: candidate } }
        fc.pre(checkStateType(stateType).length === 0)
        const value = createDefaultValue(candidate)
        expect(value === undefined ? [] : checkState(stateType, { a: value })).toEqual([])
      }),
    )
  })
})

describe('checkStateType', () => {
  test.each<[string, StateField, string | undefined]>([
    ['append on a text', { type: 'string', reducer: 'append' }, 'fields.a.reducer'],
    ['merge on a list', { type: 'array', reducer: 'merge' }, 'fields.a.reducer'],
    ['add on a switch', { type: 'boolean', reducer: 'add' }, 'fields.a.reducer'],
    ['append on anything', { type: 'any', reducer: 'append' }, undefined],
    ['add on a whole number', { type: 'integer', reducer: 'add', default: 0 }, undefined],
    ['a text that starts as a number', { type: 'string', default: 5 }, 'fields.a.default'],
    ['a whole number that starts in half', { type: 'integer', default: 0.5 }, 'fields.a.default'],
    ['an object that starts as a list', { type: 'object', default: [] }, 'fields.a.default'],
    ['a conversation that starts with a text', { type: 'messages', default: ['hi'] }, 'fields.a.default'],
    ['a conversation', { type: 'messages', default: [{ role: 'user', content: 'hi' }] }, undefined],
  ])('%s', (_name, field, path) => {
    const problems = checkStateType({ name: 'S', fields: { a: field } })
    expect(problems.map((problem) => problem.path)).toEqual(path === undefined ? [] : [path])
  })

  test('tells a name that cannot be from a shape that is wrong', () => {
    const problems = checkStateType({ name: 1, fields: { toString: { type: 'string' }, b: { type: 'text' } } })
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['state.type', 'name'],
      ['state.name', 'fields.toString'],
      ['state.type', 'fields.b.type'],
    ])
  })
})

describe('checkState', () => {
  const samples: Readonly<Record<StateFieldType, readonly unknown[]>> = {
    string: [''],
    number: [1.5],
    integer: [1],
    boolean: [false],
    object: [{}],
    array: [[]],
    messages: [[{ role: 'tool', content: '' }]],
    any: [null],
  }

  test.each(fieldTypes)('%s takes its own values and no function, date or NaN', (type) => {
    const stateType: StateType = { name: 'S', fields: { a: { type } } }
    for (const value of samples[type]) expect(checkState(stateType, { a: value })).toEqual([])
    for (const value of [() => 1, new Date(), Number.NaN]) {
      expect(checkState(stateType, { a: value })).toMatchObject([{ code: 'run.stateType', path: 'a' }])
    }
  })

  test('says which type a value must have, and which name was meant', () => {
    const stateType: StateType = { name: 'S', fields: { question: { type: 'string' }, count: { type: 'integer' } } }
    expect(checkState(stateType, { question: 1, count: 1.5, qestion: 'x' })).toMatchObject([
      { severity: 'error', message: 'question must be a text.' },
      { severity: 'error', message: 'count must be a whole number.' },
      { severity: 'warning', code: 'run.unknownKey', message: expect.stringContaining('Did you mean question?') },
    ])
  })

  test.each([null, [], 'text'])('refuses %j as a whole', (value) => {
    expect(checkState({ name: 'S', fields: {} }, value)).toMatchObject([{ code: 'run.stateType' }])
  })
})
