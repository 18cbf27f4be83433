import { expect, test } from 'vitest'
import { testExecution } from '../runner/testing/testExecution.ts'
import { testRun } from '../runner/testing/testRun.ts'
import { warnOfRun } from './warnOfRun.ts'

test('a run that a test cannot make again says why', () => {
  const edits = [{ at: 0, after: 0, stateBefore: {}, stateAfter: {}, stepIds: [] }]
  expect(warnOfRun(testRun())).toBeUndefined()
  expect(warnOfRun(testRun({ edits }))).toContain('wrote over the state')
  const answer = { at: 0, after: 1, question: 'Well?', answer: true, questionId: 'q', stepId: 'ask' }
  expect(warnOfRun(testRun({ answers: [answer] }))).toContain('A person answered')
  expect(warnOfRun(testRun({ edits, from: { stepIds: ['b'] } }))).toContain('began at b')
})

test('a run in which a step within a called agent had no answer to give names it', () => {
  const calls = [{ provider: 'practice', model: 'm', messages: [] }]
  const executions = [
    testExecution('map', { nodeName: 'Chapters' }),
    testExecution('write-1', { nodeName: 'Write', path: ['map'], key: 'item 2', calls, status: 'failed' }),
    testExecution('other', { calls, update: {} }),
  ]
  expect(warnOfRun(testRun({ executions }))).toContain('no answer to take for Chapters (item 2) › Write.')
})
