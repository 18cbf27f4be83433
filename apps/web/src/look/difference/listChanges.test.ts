import { describe, expect, it } from 'vitest'
import { listChanges } from './listChanges.ts'

describe('the settings in which two things differ', () => {
  it('are told one by one, as far in as both have something there', () => {
    const before = { id: 'ask', config: { prompt: 'Be brief.', model: 'small' }, timeout: 5 }
    const after = { id: 'ask', config: { prompt: 'Be kind.', model: 'small', routes: ['a'] } }
    expect(listChanges(before, after)).toEqual([
      { setting: ['config', 'prompt'], before: 'Be brief.', after: 'Be kind.' },
      { setting: ['config', 'routes'], before: undefined, after: ['a'] },
      { setting: ['timeout'], before: 5, after: undefined },
    ])
  })

  it('are the whole where there is nothing to compare with, and none where nothing differs', () => {
    expect(listChanges(undefined, { a: 1 })).toEqual([{ setting: [], before: undefined, after: { a: 1 } }])
    expect(listChanges({ a: [1] }, { a: [1] })).toEqual([])
    expect(listChanges({ a: 1, b: [{ c: 1, d: 2 }] }, { b: [{ d: 2, c: 1 }], a: 1 })).toEqual([])
    expect(listChanges([{ c: 1, d: 2 }], [{ d: 2, c: 1 }])).toEqual([])
  })
})
