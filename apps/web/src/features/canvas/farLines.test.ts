import fc from 'fast-check'
import { expect, test } from 'vitest'
import { farLines } from './farLines.ts'

test.each([
  ['Write', ['Write']],
  ['Count the turns', ['Count the', 'turns']],
  ['Keep the chapter and go on', ['Keep the', 'chapter an…']],
  ['Incomprehensibilities', ['Incomprehe…']],
  ['', ['']],
  ['🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂', ['🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂…']],
  ['👩‍👩‍👧 👩‍👩‍👧', ['👩‍👩‍👧 👩‍👩‍👧']],
])('%s', (name, lines) => {
  expect(farLines(name)).toEqual(lines)
})

/** How many characters people see. */
function lengthOf(line: string): number {
  return [...new Intl.Segmenter().segment(line)].length
}

test('there are never more than two lines, nor longer ones than there is room for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const lines = farLines(name)
      expect(lines.length).toBeLessThanOrEqual(2)
      for (const line of lines) expect(lengthOf(line)).toBeLessThanOrEqual(11)
    }),
  )
})
