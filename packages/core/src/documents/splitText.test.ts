import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Splitting, splitText } from './splitText.ts'

function pieces(text: string, splitting: Partial<Splitting>): readonly string[] {
  return splitText(text, { size: 40, overlap: 0, by: 'paragraphs', ...splitting }).map(({ start, end }) =>
    text.slice(start, end),
  )
}

test.each<[string, Partial<Splitting>, readonly string[]]>([
  ['', {}, []],
  [' \n\n ', {}, []],
  ['One.\n\nTwo.', {}, ['One.\n\nTwo.']],
  ['One paragraph here.\n\nAnother paragraph here.', { size: 25 }, ['One paragraph here.', 'Another paragraph here.']],
  ['First one. Second one! Third?', { size: 22 }, ['First one. Second one!', 'Third?']],
  ['First one. Second one! Third?', { size: 22, overlap: 12 }, ['First one. Second one!', 'Second one! Third?']],
  ['一。二。三。', { size: 4 }, ['一。二。', '三。']],
  ['abcdefghij', { size: 4 }, ['abcd', 'efgh', 'ij']],
  ['😀😀😀', { size: 3 }, ['😀', '😀', '😀']],
  ['a b c d', { size: 3, by: 'sentences' }, ['a b', 'c d']],
])('%j by %o', (text, splitting, expected) => {
  expect(pieces(text, splitting)).toEqual(expected)
})

const textOf = fc.array(fc.constantFrom('word', 'Ende.', ' ', '\n', '\n\n', '東京。', '😀', 'averyveryverylongword'), {
  maxLength: 60,
})
const splittings = fc.record({
  size: fc.integer({ min: 4, max: 60 }),
  overlap: fc.integer({ min: 0, max: 30 }),
  by: fc.constantFrom('paragraphs' as const, 'sentences' as const),
})

test('pieces are short enough, come in order, and lose nothing to read', () => {
  fc.assert(
    fc.property(textOf, splittings, (words, splitting) => {
      const text = words.join('')
      const found = splitText(text, splitting)
      let covered = 0
      for (const { start, end } of found) {
        const piece = text.slice(start, end)
        expect(piece.length).toBeLessThanOrEqual(splitting.size)
        expect(piece.trim()).toBe(piece)
        expect(piece).not.toBe('')
        expect(end).toBeGreaterThan(covered)
        expect(text.slice(covered, start).trim()).toBe('')
        expect(covered - start).toBeLessThanOrEqual(splitting.overlap)
        covered = end
      }
      expect(text.slice(covered).trim()).toBe('')
    }),
  )
})
