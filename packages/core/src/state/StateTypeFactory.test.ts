import { beforeEach, describe, expect, test } from 'vitest'
import { AgentError } from '../errors/AgentError.ts'
import type { StateType } from './StateType.ts'
import { StateTypeFactory } from './StateTypeFactory.ts'

beforeEach(() => StateTypeFactory.clearCache())

const chat: StateType = {
  name: 'Chat',
  fields: { name: { type: 'string', input: true }, age: { type: 'integer', default: 3 } },
}

/** A value of another type than the method says, as code in plain JavaScript can pass. */
function anything(value: unknown): StateType {
  return value as StateType
}

describe('createWithMessages', () => {
  test('adds messages and says so in the name', () => {
    expect(StateTypeFactory.createWithMessages(chat)).toEqual({
      name: 'ChatWithMessagesAddedByPetal',
      fields: { ...chat.fields, messages: { type: 'messages', reducer: 'append' } },
    })
  })

  test('leaves a type that has messages alone, whatever their reducer', () => {
    const own: StateType = { name: 'Own', fields: { messages: { type: 'array', reducer: 'replace' } } }
    expect(StateTypeFactory.createWithMessages(own)).toBe(own)
  })

  test('gives the identical type for equal input, also in another order of fields', () => {
    const first = StateTypeFactory.createWithMessages(chat)
    const { name, age } = chat.fields
    if (name === undefined || age === undefined) throw new Error('The fixture has both fields.')
    expect(StateTypeFactory.createWithMessages({ fields: { age, name }, name: 'Chat' })).toBe(first)
    expect(StateTypeFactory.createWithMessages({ ...chat, name: 'Other' })).not.toBe(first)
    expect(StateTypeFactory.createWithMessages({ ...chat, fields: { name } })).not.toBe(first)
  })

  test('forgets when the cache is cleared', () => {
    const first = StateTypeFactory.createWithMessages(chat)
    StateTypeFactory.clearCache()
    expect(StateTypeFactory.createWithMessages(chat)).not.toBe(first)
    expect(StateTypeFactory.createWithMessages(chat)).toEqual(first)
  })

  test('does not grow without end', () => {
    const first = StateTypeFactory.createWithMessages(chat)
    for (let index = 0; index < 600; index += 1) StateTypeFactory.createWithMessages({ ...chat, name: `S${index}` })
    expect(StateTypeFactory.createWithMessages(chat)).not.toBe(first)
  })
})

describe('createMergeable', () => {
  test('gives lists append and objects merge, and leaves what has a reducer', () => {
    const type: StateType = {
      name: 'M',
      fields: {
        list: { type: 'array' },
        object: { type: 'object', description: 'd' },
        fixed: { type: 'array', reducer: 'replace' },
        text: { type: 'string' },
      },
    }
    expect(StateTypeFactory.createMergeable(type)).toEqual({
      name: 'M',
      fields: {
        list: { type: 'array', reducer: 'append' },
        object: { type: 'object', description: 'd', reducer: 'merge' },
        fixed: { type: 'array', reducer: 'replace' },
        text: { type: 'string' },
      },
    })
  })

  test('gives the same type back when there is nothing to add', () => {
    expect(StateTypeFactory.createMergeable(chat)).toBe(chat)
  })
})

describe.each([
  ['createWithMessages', StateTypeFactory.createWithMessages],
  ['createMergeable', StateTypeFactory.createMergeable],
])('%s refuses', (_name, create) => {
  test.each([
    [undefined, 'Invalid state type: undefined'],
    [null, 'Invalid state type: null'],
    [42, 'State type must be a state type or compatible type'],
    [{}, 'State type must be a state type or compatible type'],
    [class Typed {}, 'State type must be a state type or compatible type'],
    [{ name: 'S', fields: { a: 'string' } }, 'State type must be a state type: Input should be a valid dictionary'],
    [{ fields: {} }, 'State type must be a state type: Field required'],
    [
      { name: 'S', fields: { 'a b': { type: 'string' } } },
      'State type must be a state type: Invalid field name: a b. Use letters, digits and _, and do not start with a digit.',
    ],
  ])('%s', (value, message) => {
    expect(() => create(anything(value))).toThrow(new AgentError('state.type', message))
  })
})
