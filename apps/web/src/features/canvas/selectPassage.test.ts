import type { RunState, StepExecution, StepRun } from '@petal/core/model'
import { describe, expect, test } from 'vitest'
import { createTestEditor } from '../../editor/createTestEditor.ts'
import { selectPassage } from './selectPassage.ts'

type Went = readonly [stepId: string, status: StepRun['status'], exit?: string]
type Wire = { readonly from: string; readonly exit?: string; readonly to: string }

/** A run in which these executions happened, one after the other. */
function run(went: readonly Went[], status: RunState['status'] = 'running'): RunState {
  const steps = went.map(
    ([stepId, state, exit], index): StepRun => ({
      stepId,
      nodeName: stepId,
      status: state,
      iteration: index,
      text: '',
      attempt: 1,
      ...(exit === undefined ? {} : { exit }),
    }),
  )
  return {
    runId: 'r',
    configHash: '',
    status,
    input: {},
    startedAt: 0,
    seq: 0,
    steps: Object.fromEntries(steps.map((step) => [step.stepId, step])),
    executions: steps.flatMap((step): StepExecution[] => (step.status === 'skipped' ? [] : [executionOf(step)])),
    state: {},
    questions: [],
    problems: [],
  }
}

function executionOf({ stepId, status, exit, iteration }: StepRun): StepExecution {
  return {
    executionId: `${stepId}-${iteration}`,
    stepId,
    nodeName: stepId,
    iteration,
    path: [],
    status: status === 'skipped' ? 'stopped' : status,
    startedAt: 0,
    stateBefore: {},
    text: '',
    logs: [],
    calls: [],
    tools: [],
    retries: [],
    ...(exit === undefined ? {} : { exit }),
  }
}

function passage(current: RunState | undefined, edge: Wire) {
  const state = createTestEditor().editor.store.getState()
  return selectPassage({ ...state, runs: { current } }, edge)
}

describe('selectPassage', () => {
  test.each<[string, readonly Went[], Wire, string]>([
    ['nothing ran', [], { from: 'a', to: 'b' }, 'none'],
    [
      'into the step that runs',
      [
        ['a', 'ended'],
        ['b', 'running'],
      ],
      { from: 'a', to: 'b' },
      'active',
    ],
    [
      'between steps that ran',
      [
        ['a', 'ended'],
        ['b', 'ended'],
      ],
      { from: 'a', to: 'b' },
      'taken',
    ],
    ['from the start', [['a', 'running']], { from: 'START', to: 'a' }, 'active'],
    [
      'by another exit',
      [
        ['a', 'ended', 'no'],
        ['b', 'ended'],
      ],
      { from: 'a', exit: 'yes', to: 'b' },
      'none',
    ],
    [
      'by this exit',
      [
        ['a', 'ended', 'yes'],
        ['b', 'ended'],
      ],
      { from: 'a', exit: 'yes', to: 'b' },
      'taken',
    ],
    [
      'by this exit in an earlier round',
      [
        ['a', 'ended', 'again'],
        ['b', 'ended'],
        ['a', 'ended', 'done'],
        ['c', 'running'],
      ],
      { from: 'a', exit: 'again', to: 'b' },
      'taken',
    ],
    [
      'to a step that was skipped',
      [
        ['a', 'ended'],
        ['b', 'skipped'],
      ],
      { from: 'a', to: 'b' },
      'none',
    ],
    [
      'out of a step that failed',
      [
        ['a', 'failed'],
        ['b', 'ended'],
      ],
      { from: 'a', to: 'b' },
      'none',
    ],
  ])('%s', (...[, went, edge, expected]) => {
    expect(passage(run(went), edge)).toBe(expected)
  })

  test('to the end only once the run has ended', () => {
    expect(passage(run([['a', 'ended']]), { from: 'a', to: 'END' })).toBe('none')
    expect(passage(run([['a', 'ended']], 'ended'), { from: 'a', to: 'END' })).toBe('taken')
  })

  test('without a run nowhere', () => {
    expect(passage(undefined, { from: 'START', to: 'a' })).toBe('none')
  })
})
