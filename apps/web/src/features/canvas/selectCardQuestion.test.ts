import type { StepExecution } from '@petal/core/model'
import { expect, test } from 'vitest'
import { createTestEditor } from '../../editor/createTestEditor.ts'
import type { OpenedAgent } from '../../editor/trail.ts'
import { testExecution } from '../../runner/testing/testExecution.ts'
import { testRun } from '../../runner/testing/testRun.ts'
import { selectCardQuestion } from './selectCardQuestion.ts'

function waiting(executionId: string, path: readonly string[] = [], key?: string): StepExecution {
  return testExecution(executionId, { status: 'waiting', path, ...(key === undefined ? {} : { key }) })
}

interface Waits {
  /** The step whose question it is, as the run tells it: the outermost. */
  readonly by: string
  /** The place of the execution that asks; runs of earlier days do not tell it. */
  readonly place?: string
  readonly executions: readonly StepExecution[]
  readonly trail?: readonly OpenedAgent[]
}

/** Whether the card of a step asks, while a run waits with one question. */
function asks(stepId: string, { by, place, executions, trail = [] }: Waits): boolean {
  const state = createTestEditor().editor.store.getState()
  const question = { id: 'q', stepId: by, question: null, ...(place === undefined ? {} : { place }) }
  const current = testRun({ status: 'paused', questions: [question], executions })
  return selectCardQuestion({ ...state, runs: { current }, session: { ...state.session, trail } }, stepId) !== undefined
}

const within: readonly OpenedAgent[] = [{ agentId: 'inner', stepId: 'call' }]

test('a card has the question of its own step', () => {
  const executions = [waiting('review-1')]
  expect(asks('review', { by: 'review', executions })).toBe(true)
  expect(asks('write', { by: 'review', executions })).toBe(false)
})

test('what a called agent asks is asked by the card of the caller, and by that of the step within', () => {
  const executions = [waiting('call-1'), waiting('ask-2', ['call-1'])]
  expect(asks('call', { by: 'call', executions })).toBe(true)
  expect(asks('ask', { by: 'call', executions, trail: within })).toBe(true)
})

test('a step within does not ask what one of the same id outside asks', () => {
  const executions = [waiting('call-1'), waiting('review-2', ['call-1']), waiting('review-1')]
  expect(asks('review', { by: 'review', executions, trail: within })).toBe(false)
})

test('of several items that wait the one asks whose question it is, and none where the run does not tell', () => {
  const executions = [waiting('call-1'), waiting('ask-1', ['call-1'], 'item 1'), waiting('ask-2', ['call-1'], 'item 2')]
  const chosen = (key: string): readonly OpenedAgent[] => [
    { agentId: 'inner', stepId: 'call', run: { executionId: 'call-1', key } },
  ]
  expect(asks('ask', { by: 'call', executions, trail: chosen('item 1') })).toBe(false)
  expect(asks('ask', { by: 'call', executions, trail: chosen('item 2') })).toBe(false)
  expect(asks('call', { by: 'call', executions })).toBe(true)
  const told = { by: 'call', place: 'call#1/item%202:ask#1', executions }
  expect(asks('ask', { ...told, trail: chosen('item 1') })).toBe(false)
  expect(asks('ask', { ...told, trail: chosen('item 2') })).toBe(true)
  expect(asks('call', told)).toBe(true)
})

test('an agent that nothing has called asks nothing', () => {
  expect(asks('review', { by: 'review', executions: [waiting('review-1')], trail: [{ agentId: 'inner' }] })).toBe(false)
})
