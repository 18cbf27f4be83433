import { describe, expect, it } from 'vitest'
import type { Expectation } from '../../agent-tests/AgentTest.ts'
import { type DraftedExpectation, readExpectations, toDraft } from './draftedExpectation.ts'

const amount: Expectation = { field: 'amount', kind: 'equals', value: 42 }

/** What is kept of an expectation of a number that is opened and written over. */
function rewrite(expectation: Expectation, change: Partial<DraftedExpectation>) {
  return readExpectations([{ ...toDraft(expectation, 'integer'), ...change }])
}

describe('an expectation that is opened again', () => {
  it('is of a number again once it equals, though what was contained is a text', () => {
    const reading = rewrite(amount, { kind: 'contains' })
    const [contains = amount] = reading.ok ? reading.expectations : []
    expect(contains).toEqual({ field: 'amount', kind: 'contains', value: '42' })
    expect(rewrite(contains, { kind: 'equals' })).toEqual({ ok: true, expectations: [amount] })
  })

  it('stays a text where the field holds one', () => {
    const draft = toDraft({ field: 'name', kind: 'contains', value: '42' }, 'string')
    const expectations = [{ field: 'name', kind: 'equals', value: '42' }]
    expect(readExpectations([{ ...draft, kind: 'equals' }])).toEqual({ ok: true, expectations })
  })

  it('is had back after it was switched off, also where it could not be read', () => {
    const off = { ...amount, isOn: false } as const
    expect(rewrite(amount, { isOn: false })).toEqual({ ok: true, expectations: [off] })
    expect(rewrite(amount, { isOn: false, text: '{' })).toEqual({ ok: true, expectations: [off] })
    expect(toDraft(off, 'integer').isOn).toBe(false)
    expect(rewrite(off, { isOn: true })).toEqual({ ok: true, expectations: [amount] })
  })
})
