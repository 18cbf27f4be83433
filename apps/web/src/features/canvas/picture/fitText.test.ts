import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breakLines, cutText, type TextRun } from './fitText.ts'

const measure = ({ text, strong }: TextRun) => text.length * (strong ? 2 : 1)
const plain = (text: string): TextRun => ({ text, strong: false })
const words = (lines: readonly (readonly TextRun[])[]) => lines.map((runs) => runs.map(({ text }) => text).join(''))

test('a text that fits stays, another one is cut', () => {
  const width = (text: string) => text.length
  expect(cutText('four', 4, width)).toBe('four')
  expect(cutText('fives', 4, width)).toBe('fiv…')
  expect(cutText('two words', 5, width)).toBe('two…')
})

test('lines break between words, and what is beyond the last one ends in dots', () => {
  expect(words(breakLines([plain('one two three four')], 9, 3, measure))).toEqual(['one two ', 'three ', 'four'])
  expect(words(breakLines([plain('one two three four')], 9, 2, measure)).at(-1)).toMatch(/^three.*…$/)
  expect(breakLines([plain('an '), { text: 'important', strong: true }, plain(' word')], 40, 2, measure)).toEqual([
    [plain('an '), { text: 'important', strong: true }, plain(' word')],
  ])
})

test('whatever the text, no line is wider than its place but by a blank, and there are never too many', () => {
  const run = fc.record({ text: fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é') }), strong: fc.boolean() })
  fc.assert(
    fc.property(fc.array(run), fc.integer({ min: 4, max: 30 }), fc.integer({ min: 1, max: 4 }), (runs, width, most) => {
      const lines = breakLines(runs, width, most, measure)
      expect(lines.length).toBeLessThanOrEqual(most)
      for (const line of lines) {
        const last = line.at(-1)
        const trimmed = last === undefined ? [] : [...line.slice(0, -1), { ...last, text: last.text.trimEnd() }]
        expect(trimmed.reduce((sum, part) => sum + measure(part), 0)).toBeLessThanOrEqual(width)
      }
    }),
  )
})
