import type { RunState, StepRun } from '@petal/core/model'
import { describe, expect, test } from 'vitest'
import { createTestEditor } from '../../editor/createTestEditor.ts'
import { selectPassage } from './selectPassage.ts'

const run = (status: StepRun['status'], exit?: string): StepRun => ({
  stepId: 'x',
  nodeName: 'x',
  status,
  iteration: 1,
  text: '',
  attempt: 1,
  ...(exit === undefined ? {} : { exit }),
})

function passage(
  steps: Readonly<Record<string, StepRun>>,
  edge: { from: string; exit?: string; to: string },
  status: RunState['status'] = 'running',
) {
  const state = createTestEditor().editor.store.getState()
  const current: RunState = {
    runId: 'r',
    configHash: '',
    status,
    input: {},
    startedAt: 0,
    seq: 0,
    steps,
    executions: [],
    state: {},
    questions: [],
    problems: [],
  }
  return selectPassage({ ...state, runs: { current } }, edge)
}

describe('selectPassage', () => {
  test.each([
    ['nothing ran', {}, { from: 'a', to: 'b' }, 'none'],
    ['into the step that runs', { a: run('ended'), b: run('running') }, { from: 'a', to: 'b' }, 'active'],
    ['between steps that ran', { a: run('ended'), b: run('ended') }, { from: 'a', to: 'b' }, 'taken'],
    ['from the start', { a: run('running') }, { from: 'START', to: 'a' }, 'active'],
    ['by another exit', { a: run('ended', 'no'), b: run('ended') }, { from: 'a', exit: 'yes', to: 'b' }, 'none'],
    ['by this exit', { a: run('ended', 'yes'), b: run('ended') }, { from: 'a', exit: 'yes', to: 'b' }, 'taken'],
    ['to a step that was skipped', { a: run('ended'), b: run('skipped') }, { from: 'a', to: 'b' }, 'none'],
    ['out of a step that failed', { a: run('failed'), b: run('ended') }, { from: 'a', to: 'b' }, 'none'],
  ])('%s', (_, steps, edge, expected) => {
    expect(passage(steps, edge)).toBe(expected)
  })

  test('to the end only once the run has ended', () => {
    expect(passage({ a: run('ended') }, { from: 'a', to: 'END' })).toBe('none')
    expect(passage({ a: run('ended') }, { from: 'a', to: 'END' }, 'ended')).toBe('taken')
  })
})
