import { expect, test } from 'vitest'
import type { RunEvent } from './RunEvent.ts'
import type { RunState } from './RunState.ts'
import { reduceRun } from './reduceRun.ts'
import { selectInnerRun } from './selectInnerRun.ts'
import { workedBetween } from './workedBetween.ts'

const step = (stepId: string, path: readonly string[] = []) => ({
  ...{ stepId, nodeName: stepId, executionId: `${stepId}-1`, iteration: 1, path },
})

const started = { type: 'run-start', configHash: '', input: {}, threadId: 't' } as const

/** A step that calls another one, which asks after 90 ms, is answered 900 ms later, and goes on for 50 ms. */
const legs: readonly (readonly RunEvent[])[] = [
  [
    { ...started, runId: 'one', seq: 0, at: 0 },
    { ...step('call'), type: 'step-start', state: {}, runId: 'one', seq: 1, at: 0 },
    { ...step('ask', ['call-1']), type: 'step-start', state: {}, runId: 'one', seq: 2, at: 10 },
    { ...step('call'), type: 'step-delta', text: 'Well', runId: 'one', seq: 3, at: 10 },
    { type: 'run-pause', questions: [], runId: 'one', seq: 4, at: 100 },
  ],
  [
    { ...started, resumed: true, runId: 'two', seq: 0, at: 1000 },
    { ...step('call'), type: 'step-start', state: {}, resumed: true, runId: 'two', seq: 1, at: 1000 },
    { ...step('ask', ['call-1']), type: 'step-start', state: {}, resumed: true, runId: 'two', seq: 2, at: 1000 },
    { ...step('ask', ['call-1']), type: 'step-end', update: {}, durationMs: 50, runId: 'two', seq: 3, at: 1050 },
    { ...step('call'), type: 'step-end', update: {}, durationMs: 60, runId: 'two', seq: 4, at: 1060 },
    { ...step('after'), type: 'step-start', state: {}, runId: 'two', seq: 5, at: 1060 },
    { ...step('after'), type: 'step-end', update: {}, durationMs: 7.5, runId: 'two', seq: 6, at: 1067 },
  ],
]

test('what waited for a person took the time it was at work, wherever it is told', () => {
  const run = legs.flat().reduce<RunState | undefined>(reduceRun, undefined)
  expect(run?.executions.map(({ durationMs }) => durationMs)).toEqual([160, 140, 7.5])
  expect(run?.steps.call).toMatchObject({ durationMs: 160, text: 'Well', startedAt: 0 })
  const inner = run && selectInnerRun(run, { executionId: 'call-1' })
  expect(inner).toMatchObject({ durationMs: 160, steps: { ask: { durationMs: 140 } } })
})

test('a wait counts as far as it lies between the two times', () => {
  const waits = [
    { from: 10, to: 20 },
    { from: 30, to: 60 },
  ]
  expect(workedBetween(undefined, 5, 15)).toBe(10)
  expect(workedBetween(waits, 0, 100)).toBe(60)
  expect(workedBetween(waits, 15, 40)).toBe(10)
  expect(workedBetween(waits, 31, 32)).toBe(0)
})
