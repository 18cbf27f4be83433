import { expect, test } from 'vitest'
import { formatDuration } from './formatDuration.ts'

test.each([
  [0, '0 ms'],
  [340.4, '340 ms'],
  [1234, '1.2 s'],
  [59_960, '1 min 0 s'],
  [125_000, '2 min 5 s'],
])('%d milliseconds are read as %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text)
})
