import { expect, it } from 'vitest'
import { closestName } from './closestName.ts'

const names = ['question', 'category', 'notes', 'id', 'userName']

it.each([
  ['qestion', 'question'],
  ['Question', 'question'],
  ['qeustion', 'question'],
  ['catgory', 'category'],
  ['note', 'notes'],
  ['user', 'userName'],
  ['is', 'id'],
  ['answer', undefined],
  ['', undefined],
  ['x', undefined],
])('%s is most like %s', (written, expected) => {
  expect(closestName(written, names)).toBe(expected)
})
