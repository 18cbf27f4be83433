import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commitToHistory, createHistory, type History, historyLimit, redoHistory, undoHistory } from './history.ts'

const change = fc.record({
  value: fc.integer(),
  policy: fc.oneof(
    fc.constant('record' as const),
    fc.constantFrom('drag:1', 'drag:2', 'typing:3').map((merge) => ({ merge })),
  ),
})

function play(changes: readonly { readonly value: number; readonly policy: 'record' | { readonly merge: string } }[]) {
  return changes.reduce<History<number>>(
    (history, { value, policy }) => commitToHistory(history, 'Set', value, policy),
    createHistory(0),
  )
}

function times<T>(count: number, step: (value: T) => T, start: T): T {
  return Array.from({ length: count }).reduce<T>((value) => step(value), start)
}

describe('history', () => {
  test('undoing everything gives back the beginning, redoing everything the end', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        const end = play(changes)
        const entries = end.past.length
        const start = times(entries, undoHistory, end)
        expect(start.present).toBe(0)
        expect(times(entries, redoHistory, start)).toMatchObject({ present: end.present, past: end.past })
      }),
    )
  })

  test('one undo after one recorded change is the identity', () => {
    fc.assert(
      fc.property(fc.array(change), fc.integer(), (changes, value) => {
        const before = play(changes)
        const after = commitToHistory(before, 'Set', value, 'record')
        expect(undoHistory(after).present).toBe(value === before.present ? undoHistory(before).present : before.present)
      }),
    )
  })

  test('changes of one gesture are one entry, and another gesture begins a new one', () => {
    const history = play([
      { value: 1, policy: { merge: 'drag:1' } },
      { value: 2, policy: { merge: 'drag:1' } },
      { value: 3, policy: { merge: 'drag:2' } },
    ])
    expect(history.past.map((entry) => entry.snapshot)).toEqual([0, 2])
  })

  test('a gesture does not go on after an undo', () => {
    const moved = play([{ value: 1, policy: { merge: 'drag:1' } }])
    const again = commitToHistory(undoHistory(moved), 'Set', 5, { merge: 'drag:1' })
    expect(undoHistory(again).present).toBe(0)
  })

  test('a new change forgets what could be redone', () => {
    const undone = undoHistory(play([{ value: 1, policy: 'record' }]))
    expect(redoHistory(commitToHistory(undone, 'Set', 2, 'record')).present).toBe(2)
  })

  test('a skipped change leaves no entry', () => {
    const history = commitToHistory(play([{ value: 1, policy: 'record' }]), 'Quiet', 9, 'skip')
    expect(history).toMatchObject({ present: 9, past: [{ snapshot: 0 }] })
  })

  test('the same snapshot again, and undo or redo of nothing, change nothing', () => {
    const history = createHistory({})
    expect(commitToHistory(history, 'Nothing', history.present, 'record')).toBe(history)
    expect(undoHistory(history)).toBe(history)
    expect(redoHistory(history)).toBe(history)
  })

  test('the oldest entries go first', () => {
    const history = play(
      Array.from({ length: historyLimit + 5 }, (_, index) => ({ value: index + 1, policy: 'record' })),
    )
    expect(history.past).toHaveLength(historyLimit)
    expect(history.past[0]?.snapshot).toBe(5)
  })
})
