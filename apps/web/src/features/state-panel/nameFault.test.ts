import { expect, test } from 'vitest'
import { nameFault } from './nameFault.ts'

test.each([
  ['', 'Write a name'],
  ['2nd', 'Invalid field name'],
  ['a b', 'Invalid field name'],
  ['constructor', 'reserved'],
  ['taken', 'already a field called taken'],
])('refuses %j', (name, reason) => {
  expect(nameFault(name, ['taken'])).toContain(reason)
})

test('takes a free name', () => {
  expect(nameFault('answer_2', ['taken'])).toBeUndefined()
})
