import { addStep, createAgentConfig, createDefaultRegistry, planAgent, type StateType } from '@petal/core/model'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listAgentInputs, readConversation, readInputDraft, toInputDraft, withUserTurn } from './agentInputs.ts'

const registry = createDefaultRegistry()

function inputsOf(fields: StateType['fields']) {
  const agent = addStep(createAgentConfig({ name: 'S', fields }), {
    strategyType: 'llm',
    config: { promptTemplate: 'Hello' },
  })
  return listAgentInputs(agent, planAgent(agent, registry))
}

describe('what an agent asks for', () => {
  it('is its input fields, when it has some', () => {
    const inputs = inputsOf({
      topic: { type: 'string', input: true, description: 'About what' },
      draft: { type: 'string' },
    })
    expect(inputs.fields.map(({ name, description }) => [name, description])).toEqual([['topic', 'About what']])
    expect(inputs.messagesField).toBeUndefined()
  })

  it('is a message, when it asks for nothing else and has a conversation', () => {
    expect(inputsOf({})).toEqual({ fields: [], messagesField: 'messages' })
  })

  it('is both, when the conversation is an input beside others', () => {
    const inputs = inputsOf({ tone: { type: 'string', input: true }, chat: { type: 'messages', input: true } })
    expect(inputs).toMatchObject({ fields: [{ name: 'tone' }], messagesField: 'chat' })
  })
})

describe('reading what was typed', () => {
  const field = (type: StateType['fields'][string]['type'], initial?: string) =>
    ({ name: 'f', type, description: undefined, default: initial }) as const

  it.each([
    ['string', '12', '12'],
    ['number', ' 1.5 ', 1.5],
    ['integer', '3', 3],
    ['boolean', 'true', true],
    ['object', '{"a": 1}', { a: 1 }],
    ['array', '[1]', [1]],
    ['any', 'plain words', 'plain words'],
    ['any', '[1]', [1]],
  ] as const)('takes %s from %j', (type, text, value) => {
    expect(readInputDraft([field(type)], { f: text })).toEqual({ ok: true, values: { f: value } })
  })

  it.each([
    ['number', 'many'],
    ['integer', '1.5'],
    ['object', '[]'],
    ['array', '{}'],
    ['object', '{"a":'],
  ] as const)('says what is wrong with %s %j', (type, text) => {
    expect(readInputDraft([field(type)], { f: text })).toMatchObject({ ok: false, faults: { f: expect.any(String) } })
  })

  it('leaves an empty field out, so that its default applies, but keeps an empty text', () => {
    expect(readInputDraft([field('number')], { f: '' })).toEqual({ ok: true, values: {} })
    expect(readInputDraft([field('string')], { f: '' })).toEqual({ ok: true, values: { f: '' } })
  })

  it('reads back every value it shows', () => {
    fc.assert(
      fc.property(
        fc.json().map((text) => JSON.parse(text)),
        (value) => {
          const fields = [field('any')]
          const reading = readInputDraft(fields, toInputDraft(fields, { f: value }))
          expect(reading).toEqual({ ok: true, values: { f: value } })
        },
      ),
    )
  })

  it('shows the default until a value is given', () => {
    expect(toInputDraft([field('string', 'Ada')], {})).toEqual({ f: 'Ada' })
    expect(toInputDraft([field('string', 'Ada')], { f: 'Bob' })).toEqual({ f: 'Bob' })
  })
})

describe('a conversation', () => {
  it('goes on with one more turn, and stays as it is for an empty one', () => {
    const turns = [{ id: '1', role: 'user', content: 'Hello' }] as const
    expect(withUserTurn(turns, 'And now?')).toMatchObject([{ id: '1' }, { role: 'user', content: 'And now?' }])
    expect(withUserTurn(turns, '  ')).toHaveLength(1)
  })

  it('is read from what looks like turns only', () => {
    expect(readConversation([{ role: 'user', content: 'Hi' }, 'noise', { role: 'user' }, null])).toHaveLength(1)
    expect(readConversation(undefined)).toEqual([])
  })
})
