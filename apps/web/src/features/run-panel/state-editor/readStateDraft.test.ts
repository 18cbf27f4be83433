import { describe, expect, it } from 'vitest'
import { toInputDraft } from '../../../runner/agentInputs.ts'
import { listStateFields } from './listStateFields.ts'
import { keepChanges, readStateDraft } from './readStateDraft.ts'
import { toFormat } from './toFormat.ts'

const agent = {
  stateType: { name: 'State', fields: { word: { type: 'string' }, size: { type: 'integer' }, log: { type: 'array' } } },
} as const
const state = { word: 'one', size: 1, log: ['a'], messages: [] }
const fields = listStateFields(agent, state)

describe('readStateDraft', () => {
  it('reads what was written over and nothing else; a text may be empty', () => {
    expect(readStateDraft(fields, { word: '', size: '2' })).toEqual({ ok: true, values: { word: '', size: 2 } })
  })

  it('says of each field what is wrong with it', () => {
    expect(readStateDraft(fields, { size: '1.5', log: ' ', messages: 'x' })).toMatchObject({
      ok: false,
      faults: {
        size: 'Write a whole number, such as 3.',
        log: 'Write a value: a field cannot be emptied here.',
        messages: expect.stringContaining('messages'),
      },
    })
  })

  it('keeps only what differs from the state', () => {
    expect(keepChanges(fields, { word: 'one', size: '3', log: '[ "a" ]' }, state)).toEqual({ size: 3 })
  })

  it('edits what may be anything as what it is: a text as it reads, all else as JSON that must be some', () => {
    const any = { stateType: { name: 'State', fields: { answer: { type: 'any' }, list: { type: 'any' } } } } as const
    const held = { answer: 'Line "one"\nline two', list: [1] }
    const anyFields = listStateFields(any, held)
    expect(toInputDraft(anyFields, held)).toEqual({ answer: held.answer, list: '[\n  1\n]' })
    expect(keepChanges(anyFields, { answer: '{"a": 1}\n', list: '[2]' }, held)).toEqual({
      answer: '{"a": 1}\n',
      list: [2],
    })
    expect(readStateDraft(anyFields, { list: 'one' })).toMatchObject({
      ok: false,
      faults: { list: expect.stringContaining('any JSON') },
    })
    expect(keepChanges(listStateFields(any, held, { answer: 'json' }), { answer: '{"a": 1}' }, held)).toEqual({
      answer: { a: 1 },
    })
  })
})

describe('toFormat', () => {
  it.each([
    ['plain', 'json', '"plain"'],
    ['{"a": 1}', 'json', '{"a": 1}'],
    ['"a \\"b\\""', 'string', 'a "b"'],
    ['{"a": ', 'string', '{"a": '],
  ] as const)('writes %s as %s: %s', (text, format, expected) => expect(toFormat(text, format)).toBe(expected))
})
