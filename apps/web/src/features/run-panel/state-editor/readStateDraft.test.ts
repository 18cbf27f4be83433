import { describe, expect, it } from 'vitest'
import { listStateFields } from './listStateFields.ts'
import { keepChanges, readStateDraft } from './readStateDraft.ts'

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
})
