import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedSpan } from './changedSpan.ts'

test('the change turns one text into the other', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '{', '\n') })
  fc.assert(
    fc.property(text, text, (from, to) => {
      const change = changedSpan(from, to)
      const made = change === undefined ? from : from.slice(0, change.from) + change.insert + from.slice(change.to)
      expect(made).toBe(to)
    }),
  )
})

test('it touches only what differs', () => {
  expect(changedSpan('Hello {name}!', 'Hello {user}!')).toEqual({ from: 7, to: 11, insert: 'user' })
  expect(changedSpan('aaa', 'aaaa')).toEqual({ from: 3, to: 3, insert: 'a' })
  expect(changedSpan('same', 'same')).toBeUndefined()
})
