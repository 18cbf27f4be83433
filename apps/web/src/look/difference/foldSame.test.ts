import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareWords, type WordChange } from './compareWords.ts'
import { foldSame } from './foldSame.ts'

const sideOf = (changes: readonly WordChange[], left: 'added' | 'removed') =>
  changes.flatMap(({ kind, text }) => (kind === left ? [] : [text])).join('')

describe('texts compared by words', () => {
  it('give both texts again, whatever they are', () => {
    const texts = fc.oneof(fc.string(), fc.lorem({ maxCount: 40 }), fc.string({ unit: 'grapheme' }))
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const changes = compareWords(before, after)
        expect(sideOf(changes, 'added')).toBe(before)
        expect(sideOf(changes, 'removed')).toBe(after)
      }),
    )
  })

  it('say which word it is', () => {
    expect(compareWords('Answer briefly, please.', 'Answer kindly, please.')).toEqual([
      { kind: 'same', text: 'Answer ' },
      { kind: 'removed', text: 'briefly' },
      { kind: 'added', text: 'kindly' },
      { kind: 'same', text: ', please.' },
    ])
  })

  it('leave out the middle of what is the same, and nothing of what changed', () => {
    const long = 'All of this stays as it is. '.repeat(40)
    const before = `${long}small${long}${'gone '.repeat(200)}`
    const folded = foldSame(compareWords(before, `${long}large${long}`))
    expect(folded.map(({ text }) => text).join('').length).toBeLessThan(1600)
    expect(folded.filter(({ kind }) => kind !== 'same')).toEqual(
      compareWords(before, `${long}large${long}`).filter(({ kind }) => kind !== 'same'),
    )
    expect(folded[0]?.text).toMatch(/^ … .*stays as it is\. ?$/)
  })
})
