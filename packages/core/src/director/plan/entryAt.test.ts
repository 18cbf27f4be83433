import { expect, test } from 'vitest'
import { entryAt } from './entryAt.ts'

test('an entry is what stands at the place, also when it is nothing much', () => {
  expect([entryAt(['a', 'b'], 1), entryAt([''], 0), entryAt([0], 0), entryAt([null], 0)]).toEqual(['b', '', 0, null])
})

test.each([-1, 2, 0.5, Number.NaN])('%d is no place of a list of two', (place) => {
  expect(() => entryAt(['a', 'b'], place)).toThrow(RangeError)
})
