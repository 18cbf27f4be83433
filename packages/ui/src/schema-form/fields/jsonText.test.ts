import { expect, test } from 'vitest'
import { formatJson, parseJsonOrText } from './jsonText.ts'

test.each([
  ['none yet', 'none yet'],
  [' no ', 'no'],
  ['12 apples', '12 apples'],
  ['"none yet"', 'none yet'],
  ['"12"', '12'],
  ['12', 12],
  ['null', null],
  ['{"a": [true]}', { a: [true] }],
  ['', undefined],
])('%j is read as %j, and what is shown for it is read as the same', (text, value) => {
  expect(parseJsonOrText(text)).toEqual({ ok: true, value })
  expect(parseJsonOrText(formatJson(value))).toEqual({ ok: true, value })
})

test.each([['{"a": 1'], ['[none]'], ['"none'], ['-'], ['1e'], ['nul'], ['t']])(
  '%j is not taken yet: it may become JSON, and how text is written is said',
  (text) => {
    expect(parseJsonOrText(text)).toEqual({ ok: false, fault: expect.stringContaining('such as "none yet"') })
  },
)
