import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emphasize, emphasizeList, excerpt } from './emphasize.ts'

test.each([
  [[], ''],
  [['a'], '*a*'],
  [['a', 'b'], '*a* or *b*'],
  [['a', 'b', 'c'], '*a*, *b* or *c*'],
])('lists %j as %s', (names, text) => {
  expect(emphasizeList(names, 'or')).toBe(text)
})

test('whatever the text, exactly two stars and one line come out', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const shown = emphasize(text)
      expect(shown.split('*')).toHaveLength(3)
      expect(shown).not.toMatch(/[\r\n]/)
    }),
  )
})

test('an excerpt is the beginning of the text, cut with an ellipsis', () => {
  expect(excerpt('short')).toBe('short')
  expect(excerpt('two\nlines *and* stars')).toBe('two lines and stars')
  expect(excerpt('abcdefghij', 5)).toBe('abcd…')
})
