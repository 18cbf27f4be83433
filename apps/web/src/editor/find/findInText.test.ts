import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findInText } from './findInText.ts'

const plain = { matchCase: false, wholeWord: false }

describe('finding in a text', () => {
  test.each([
    ['ask', {}, 'Ask the task', ['Ask', 'ask']],
    ['ask', { matchCase: true }, 'Ask the task', ['ask']],
    ['ask', { wholeWord: true }, 'Ask the task', ['Ask']],
    ['ask', { wholeWord: true }, 'ask_me, ask.', ['ask']],
    ['größe', { wholeWord: true }, 'GRÖSSE Größe größer', ['Größe']],
    ['aa', {}, 'aaaaa', ['aa', 'aa']],
    ['{a.b}', {}, 'x {a.b} {acb}', ['{a.b}']],
    ['a+b(c)', {}, 'A+B(C)', ['A+B(C)']],
    ['', {}, 'anything', []],
  ])('%s %o in %s', (text, options, where, expected) => {
    const spans = findInText({ ...plain, ...options, text })(where)
    expect(spans.map(({ start, end }) => where.slice(start, end))).toEqual(expected)
  })

  test('matching the case, it finds what splitting finds, whatever the signs', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'ab.*\\[{}()$^|/-😀'), minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(signs, fc.array(signs), (text, parts) => {
        const where = parts.join('')
        const spans = findInText({ text, matchCase: true, wholeWord: false })(where)
        expect(spans).toHaveLength(where.split(text).length - 1)
      }),
    )
  })
})
