import { expect, test } from 'vitest'
import { readTests } from './readTests.ts'

const kept = { id: 't', name: 'T', input: {}, expectations: [] }
const output = { update: { greeting: 'Hi' } }

test('a test that names answers by the steps of the agent is read as one that names their places', () => {
  expect(readTests([['agent', [{ ...kept, fixed: { greet: output } }]]])).toEqual([
    ['agent', [{ ...kept, recorded: { 'greet#1': output } }]],
  ])
})

test('what is no test is left out', () => {
  expect(readTests([['agent', [kept, null, { ...kept, recorded: [] }]], 'agent'])).toEqual([['agent', []]])
})
