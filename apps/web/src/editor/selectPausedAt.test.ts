import { expect, test } from 'vitest'
import { testExecution } from '../runner/testing/testExecution.ts'
import { testRun } from '../runner/testing/testRun.ts'
import { createTestEditor } from './createTestEditor.ts'
import { selectPausedAt } from './selectors.ts'
import type { Trail } from './trail.ts'

/** Two items of a list are worked at by agents of their own; the one of the second has called a third agent. */
const executions = [
  testExecution('each-1', { status: 'waiting' }),
  testExecution('first-1', { path: ['each-1'], key: 'item 1' }),
  testExecution('call-1', { path: ['each-1'], key: 'item 2', status: 'waiting' }),
  testExecution('deep-1', { path: ['each-1', 'call-1'] }),
]

function pausedAt(
  trail: Trail,
  place: { readonly agentId?: string; readonly path?: readonly string[]; readonly key?: string },
) {
  const state = createTestEditor().editor.store.getState()
  const breakpoint = { stepIds: ['next'], when: 'before', ...place } as const
  const current = testRun({ status: 'paused', executions, breakpoint })
  return selectPausedAt({ ...state, runs: { current }, session: { ...state.session, trail } })?.stepIds
}

const item = (key: string): Trail => [{ agentId: 'inner', stepId: 'each', run: { executionId: 'each-1', key } }]
const stopped = { agentId: 'inner', path: ['each-1'], key: 'item 1' }

test('a run waits at the breakpoint of the agent in hand', () => {
  expect(pausedAt([], {})).toEqual(['next'])
  expect(pausedAt([], stopped)).toBeUndefined()
  expect(pausedAt(item('item 1'), stopped)).toEqual(['next'])
})

test('the run of another item does not wait there', () => {
  expect(pausedAt(item('item 2'), stopped)).toBeUndefined()
})

test('nor does one deeper down, unless it is the one that stopped', () => {
  const deep: Trail = [...item('item 2'), { agentId: 'deep', stepId: 'call' }]
  expect(pausedAt(deep, { agentId: 'deep', path: ['each-1', 'call-1'] })).toEqual(['next'])
  expect(pausedAt(deep, { agentId: 'deep', path: ['each-1', 'other-1'] })).toBeUndefined()
})

test('where no run is on screen the agent alone decides', () => {
  expect(pausedAt([{ agentId: 'inner' }], stopped)).toEqual(['next'])
})
