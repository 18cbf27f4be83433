import type { RunState, StepExecution, StepRun } from '@petal/core/model'
import { describe, expect, test } from 'vitest'
import { createTestEditor } from '../../editor/createTestEditor.ts'
import { testExecution } from '../../runner/testing/testExecution.ts'
import { testRun } from '../../runner/testing/testRun.ts'
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
  return testRun({
    status,
    steps: Object.fromEntries(steps.map((step) => [step.stepId, step])),
    executions: steps.flatMap((step): StepExecution[] => (step.status === 'skipped' ? [] : [executionOf(step)])),
  })
}

function executionOf({ stepId, status, exit, iteration }: StepRun): StepExecution {
  const settled = status === 'skipped' ? 'stopped' : status
  return testExecution(`${stepId}-${iteration}`, {
    iteration,
    status: settled,
    ...(exit === undefined ? {} : { exit }),
  })
}

function passage(current: RunState | undefined, edge: Wire) {
  const state = createTestEditor().editor.store.getState()
  return selectPassage({ ...state, runs: { current } }, edge)
}

/** `a b:failed c:ended:yes`: the steps in their order, ended unless it says otherwise, with the exit they left by. */
function story(text: string): readonly Went[] {
  const known = ['running', 'waiting', 'ended', 'failed', 'stopped', 'skipped'] as const
  return text
    .split(' ')
    .filter(Boolean)
    .map((word): Went => {
      const [stepId = '', status, exit] = word.split(':')
      const state = known.find((name) => name === status) ?? 'ended'
      return exit === undefined ? [stepId, state] : [stepId, state, exit]
    })
}

describe('selectPassage', () => {
  test.each<[string, string, Wire, string]>([
    ['nothing ran', '', { from: 'a', to: 'b' }, 'none'],
    ['into the step that runs', 'a b:running', { from: 'a', to: 'b' }, 'active'],
    ['between steps that ran', 'a b', { from: 'a', to: 'b' }, 'taken'],
    ['from the start', 'a:running', { from: 'START', to: 'a' }, 'active'],
    ['by another exit', 'a:ended:no b', { from: 'a', exit: 'yes', to: 'b' }, 'none'],
    ['by this exit', 'a:ended:yes b', { from: 'a', exit: 'yes', to: 'b' }, 'taken'],
    [
      'by this exit in a round before',
      'a:ended:yes b a:ended:no c:running',
      { from: 'a', exit: 'yes', to: 'b' },
      'taken',
    ],
    ['as the second round of a loop came', 'a b c b:running', { from: 'c', to: 'b' }, 'active'],
    ['as only its first round came', 'a b c b:running', { from: 'a', to: 'b' }, 'taken'],
    ['to a step that was skipped', 'a b:skipped', { from: 'a', to: 'b' }, 'none'],
    ['out of a step that failed', 'a:failed b', { from: 'a', to: 'b' }, 'none'],
  ])('%s', (...[, went, edge, expected]) => {
    expect(passage(run(story(went)), edge)).toBe(expected)
  })

  test('to the end only once the run has ended', () => {
    expect(passage(run(story('a')), { from: 'a', to: 'END' })).toBe('none')
    expect(passage(run(story('a'), 'ended'), { from: 'a', to: 'END' })).toBe('taken')
  })

  test('to the step that a run waits before, by the exit that was left by', () => {
    const waiting = (text: string): RunState => ({
      ...run(story(text), 'paused'),
      breakpoint: { stepIds: ['b'], when: 'before' },
    })
    expect(passage(waiting('a'), { from: 'a', to: 'b' })).toBe('taken')
    expect(passage(waiting(''), { from: 'START', to: 'b' })).toBe('taken')
    expect(passage(waiting('a:ended:yes'), { from: 'a', exit: 'yes', to: 'b' })).toBe('taken')
    expect(passage(waiting('a:ended:yes'), { from: 'a', exit: 'no', to: 'b' })).toBe('none')
    expect(passage(waiting('a'), { from: 'a', to: 'c' })).toBe('none')
    expect(passage(waiting('a'), { from: 'c', to: 'b' })).toBe('none')
    const after: RunState = { ...waiting('a'), breakpoint: { stepIds: ['b'], when: 'after' } }
    expect(passage(after, { from: 'a', to: 'b' })).toBe('none')
  })

  test('without a run nowhere', () => {
    expect(passage(undefined, { from: 'START', to: 'a' })).toBe('none')
  })
})
