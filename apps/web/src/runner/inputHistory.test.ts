import { describe, expect, it } from 'vitest'
import { createInputHistory, leavesText, stepInputHistory } from './inputHistory.ts'

describe('earlier inputs', () => {
  it('names each input once, and ends at both ends', () => {
    const history = createInputHistory([{ a: 1 }, { a: 2 }, { a: 1 }])
    expect(history.entries).toEqual([{ a: 1 }, { a: 2 }])
    const oldest = stepInputHistory(stepInputHistory(history, 'older'), 'older')
    expect(oldest.entries[oldest.index]).toEqual({ a: 2 })
    expect(stepInputHistory(oldest, 'older')).toBe(oldest)
    expect(stepInputHistory(history, 'newer')).toBe(history)
  })

  it.each([
    ['older', 0, 0, true],
    ['older', 2, 2, true],
    ['older', 4, 4, false],
    ['older', 0, 1, false],
    ['newer', 6, 6, true],
    ['newer', 4, 4, true],
    ['newer', 1, 1, false],
    ['newer', 3, 6, false],
  ] as const)(
    'an arrow to %s at %i–%i of two lines leaves the text: %s',
    (direction, selectionStart, selectionEnd, leaves) => {
      expect(leavesText({ selectionStart, selectionEnd, value: 'abc\ndef' }, direction)).toBe(leaves)
    },
  )
})
