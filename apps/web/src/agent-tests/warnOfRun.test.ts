import type { Json } from '@petal/core/model'
import { expect, test } from 'vitest'
import { testExecution } from '../runner/testing/testExecution.ts'
import { testRun } from '../runner/testing/testRun.ts'
import { warnOfRun } from './warnOfRun.ts'

test('a run that a test cannot make again says why', () => {
  const edits = [{ at: 0, after: 0, stateBefore: {}, stateAfter: {}, stepIds: [] }]
  expect(warnOfRun(testRun())).toEqual([])
  expect(warnOfRun(testRun({ edits }))).toEqual([expect.stringContaining('wrote over the state')])
  expect(warnOfRun(testRun({ edits, from: { stepIds: ['b'] } }))).toEqual([expect.stringContaining('began at b')])
})

test('what a person answered is no reason to warn, but calls that they allowed are', () => {
  const said = (question: Json, answer: Json) => ({
    ...{ at: 0, after: 1, question, answer, questionId: 'q', stepId: 'ask', place: 'ask#1' },
  })
  const call = (tool: string) => ({ kind: 'tool', tool, args: {} })
  expect(warnOfRun(testRun({ answers: [said('Well?', true)] }))).toEqual([])
  const allowed = [said(call('pay'), { decision: 'edit', args: {} }), said(call('send'), true), said(call('pay'), true)]
  const answers = [...allowed, said(call('delete'), { decision: 'reject' })]
  expect(warnOfRun(testRun({ answers }))).toEqual([expect.stringContaining('allowed pay, send in this run')])
})

test('answers that nobody knows the place of are told of, with the step within which they were given', () => {
  const said = { at: 0, after: 1, question: 'Well?', answer: 'yes', questionId: 'q' }
  const executions = [
    testExecution('call', { nodeName: 'Call' }),
    testExecution('map', { nodeName: 'Chapters', path: ['call'] }),
  ]
  const answers = [
    { ...said, stepId: 'map', executionId: 'map' },
    { ...said, stepId: 'gone' },
    { ...said, stepId: 'ask', place: 'ask#1' },
  ]
  expect(warnOfRun(testRun({ executions, answers }))).toEqual([
    expect.stringContaining('which step of Call › Chapters, gone a person answered.'),
  ])
})

test('a run in which a step within a called agent had no answer to give names it', () => {
  const calls = [{ provider: 'practice', model: 'm', messages: [] }]
  const executions = [
    testExecution('map', { nodeName: 'Chapters' }),
    testExecution('write-1', { nodeName: 'Write', path: ['map'], key: 'item 2', calls, status: 'failed' }),
    testExecution('other', { calls, update: {} }),
  ]
  expect(warnOfRun(testRun({ executions }))).toEqual([
    expect.stringContaining('no answer to take for Chapters (item 2) › Write.'),
  ])
})
