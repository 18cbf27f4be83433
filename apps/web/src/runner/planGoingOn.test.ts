import type { StepExecution } from '@petal/core/model'
import { describe, expect, it } from 'vitest'
import { createEmptyAgent } from '../editor/createEmptyAgent.ts'
import { planGoingOn } from './planGoingOn.ts'
import { testExecution } from './testing/testExecution.ts'
import { testRun } from './testing/testRun.ts'

const step = (id: string) => ({ id, nodeName: id.toUpperCase(), strategyType: 'set', config: {} })
const agent = { ...createEmptyAgent(), steps: ['one', 'two', 'side'].map(step) }
const execution = (stepId: string, more: Partial<StepExecution> = {}) =>
  testExecution(`${stepId}-1`, { stateBefore: { seen: stepId }, ...more })
const done = execution('one', { superstep: 1 })

describe('planGoingOn', () => {
  it('begins at the step that was stopped, with the state that it found', () => {
    const stopped = execution('two', { status: 'stopped', superstep: 2 })
    const run = testRun({ status: 'cancelled', executions: [done, stopped] })
    expect(planGoingOn(run, agent)).toEqual({
      names: ['TWO'],
      result: { ok: true, origin: { runId: 'r', stepIds: ['two'], state: { seen: 'two' } } },
    })
  })

  it('begins with all that ran side by side, and with the step that calls an agent instead of those within', () => {
    const inner = execution('inner', { status: 'stopped', superstep: 1, path: ['two-1'] })
    const beside = execution('side', { superstep: 2 })
    const stopped = execution('two', { status: 'stopped', superstep: 2 })
    const run = testRun({ status: 'cancelled', executions: [done, inner, beside, stopped] })
    expect(planGoingOn(run, agent)?.names).toEqual(['SIDE', 'TWO'])
  })

  it('begins before the breakpoint at which the run stood, with the state as it is now', () => {
    const breakpoint = { stepIds: ['two'], when: 'before' } as const
    const run = testRun({ status: 'cancelled', executions: [done], breakpoint, state: { edited: true } })
    expect(planGoingOn(run, agent)).toEqual({
      names: ['TWO'],
      result: { ok: true, origin: { runId: 'r', stepIds: ['two'], state: { edited: true } } },
    })
  })

  it('begins with what comes next when it was stopped between two steps, by the exit that was taken', () => {
    const settled = execution('one', { superstep: 1, exit: 'yes', stateAfter: { done: true } })
    const run = testRun({ status: 'cancelled', executions: [settled] })
    expect(planGoingOn(run, agent)).toMatchObject({ names: ['TWO'], result: { origin: { state: { done: true } } } })
    const edges = [
      { from: 'START', to: 'one' },
      { from: 'one', exit: 'no', to: 'two' },
      { from: 'one', exit: 'yes', to: 'side' },
    ]
    expect(planGoingOn(run, { ...agent, edges })?.names).toEqual(['SIDE'])
    const beside = execution('two', { superstep: 1 })
    expect(planGoingOn({ ...run, executions: [beside, settled] }, agent)).toBeUndefined()
    const end = execution('side', { superstep: 3, stateAfter: {} })
    expect(planGoingOn({ ...run, executions: [settled, end] }, agent)).toBeUndefined()
  })

  it('says why it cannot when the step is gone', () => {
    const gone = execution('gone', { status: 'stopped' })
    const run = testRun({ status: 'cancelled', executions: [done, gone] })
    expect(planGoingOn(run, agent)).toMatchObject({ names: [], result: { ok: false } })
  })

  it('knows nothing of a run that was not stopped, or that had not come to a step', () => {
    const stopped = execution('two', { status: 'stopped' })
    expect(planGoingOn(testRun({ status: 'failed', executions: [stopped] }), agent)).toBeUndefined()
    expect(planGoingOn(testRun({ status: 'cancelled', executions: [] }), agent)).toBeUndefined()
  })
})
