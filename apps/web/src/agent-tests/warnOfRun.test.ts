import { expect, test } from 'vitest'
import { testRun } from '../runner/testing/testRun.ts'
import { warnOfRun } from './warnOfRun.ts'

test('a run that a test cannot make again says why', () => {
  const edits = [{ at: 0, after: 0, stateBefore: {}, stateAfter: {}, stepIds: [] }]
  expect(warnOfRun(testRun())).toBeUndefined()
  expect(warnOfRun(testRun({ edits }))).toContain('wrote over the state')
  expect(warnOfRun(testRun({ edits, from: { stepIds: ['b'] } }))).toContain('began at b')
})
