import { type RunEvent, type RunState, reduceRun } from '@petal/core/model'
import { expect, test } from 'vitest'
import { createTestEditor } from '../../editor/createTestEditor.ts'
import { selectTurn } from './selectTurn.ts'

const loop = { from: 'b', exit: 'again', to: 'a', maxTurns: 3 }
const stamp = { runId: 'r', at: 0 }
const of = (stepId: string) => ({ ...stamp, stepId, nodeName: stepId, executionId: stepId, iteration: 1, path: [] })

const events: readonly RunEvent[] = [
  { ...stamp, seq: 0, type: 'run-start', configHash: '', input: {} },
  { ...of('a'), seq: 1, type: 'step-start', state: {} },
  { ...of('b'), seq: 2, type: 'step-start', state: {} },
  { ...of('b'), seq: 3, type: 'loop-turn', edge: { from: 'b', exit: 'again', to: 'a' }, turn: 2 },
  { ...stamp, seq: 4, type: 'run-cancel', durationMs: 1 },
]

test.each([
  ['before the loop is entered', 1, undefined],
  ['before it was taken', 3, undefined],
  ['when it went back', 4, 2],
  ['when the run is over', 5, undefined],
])('%s', (_, count, turn) => {
  const run = events.slice(0, count).reduce<RunState | undefined>(reduceRun, undefined)
  const state = createTestEditor().editor.store.getState()
  expect(selectTurn({ ...state, runs: { ...state.runs, current: run } }, loop)).toBe(turn)
})
