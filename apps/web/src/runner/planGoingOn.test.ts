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
    const breakpoint = { stepIds: ['two'], when: 'before', nextIds: ['two'] } as const
    const run = testRun({ status: 'cancelled', executions: [done], breakpoint, state: { edited: true } })
    expect(planGoingOn(run, agent)).toEqual({
      names: ['TWO'],
      result: { ok: true, origin: { runId: 'r', stepIds: ['two'], state: { edited: true } } },
    })
  })

  it('begins at a breakpoint with all that came next, also what is not marked, and behind a marked step', () => {
    const breakpoint = { stepIds: ['two'], when: 'before', nextIds: ['two', 'side'] } as const
    const run = testRun({ status: 'cancelled', executions: [done], breakpoint })
    expect(planGoingOn(run, agent)?.names).toEqual(['TWO', 'SIDE'])
    const after = { stepIds: ['one'], when: 'after', nextIds: ['side'] } as const
    const settled = execution('one', { superstep: 1, stateAfter: { edited: false } })
    const behind = { ...run, executions: [settled], breakpoint: after, state: { edited: true } }
    const origin = { stepIds: ['side'], state: { edited: true } }
    expect(planGoingOn(behind, agent)).toMatchObject({ names: ['SIDE'], result: { origin } })
    expect(planGoingOn({ ...behind, breakpoint: { ...after, nextIds: [] } }, agent)).toBeUndefined()
  })

  it('of a run that tells only the marked steps, begins with them where nothing else can have been next', () => {
    const breakpoint = { stepIds: ['two'], when: 'before' } as const
    const settled = execution('one', { superstep: 1, stateAfter: {} })
    const run = testRun({ status: 'cancelled', executions: [settled], breakpoint, state: { edited: true } })
    const origin = { stepIds: ['two'], state: { edited: true } }
    expect(planGoingOn(run, agent)).toMatchObject({ names: ['TWO'], result: { origin } })
    const edges = [
      { from: 'START', to: 'one' },
      { from: 'one', to: 'two' },
      { from: 'one', to: 'side' },
    ]
    expect(planGoingOn(run, { ...agent, edges })).toBeUndefined()
    const beside = execution('side', { superstep: 1, stateAfter: {} })
    expect(planGoingOn({ ...run, executions: [beside, settled] }, agent)).toBeUndefined()
    const first = { ...run, executions: [], breakpoint: { stepIds: ['one'], when: 'before' } as const }
    expect(planGoingOn(first, agent)?.names).toEqual(['ONE'])
    expect(planGoingOn(first, { ...agent, edges: [...edges, { from: 'START', to: 'side' }] })).toBeUndefined()
    const behind = { ...run, breakpoint: { stepIds: ['one'], when: 'after' } as const }
    expect(planGoingOn(behind, agent)).toMatchObject({ names: ['TWO'], result: { origin } })
  })

  it('takes the edges that the run would have taken: none after an error but its own, no loop without turns left', () => {
    const failed = execution('one', { superstep: 1, exit: 'error', stateAfter: {} })
    const run = testRun({ status: 'cancelled', executions: [failed] })
    const onError = [
      { from: 'one', to: 'two' },
      { from: 'one', exit: 'error', to: 'side' },
    ]
    expect(planGoingOn(run, { ...agent, edges: onError })?.names).toEqual(['SIDE'])
    const loop = [
      { from: 'two', to: 'one', maxTurns: 2 },
      { from: 'two', to: 'side' },
    ]
    const edge = { from: 'two', to: 'one' }
    const again = (executionId: string, turn: number) => {
      const executions = [{ ...execution('two', { superstep: 4, stateAfter: {} }), executionId }]
      const looped = testRun({ status: 'cancelled', executions, turns: [{ edge, turn, executionId: 'two-1' }] })
      return planGoingOn(looped, { ...agent, edges: loop })?.names
    }
    // The execution that led back begins the last turn; the one after it has none left.
    expect(again('two-1', 2)).toEqual(['ONE', 'SIDE'])
    expect(again('two-2', 2)).toEqual(['SIDE'])
    const once = testRun({ status: 'cancelled', executions: [execution('two', { superstep: 2, stateAfter: {} })] })
    expect(planGoingOn(once, { ...agent, edges: [{ ...edge, maxTurns: 1 }] })).toBeUndefined()
  })

  it('guesses nothing of a run that does not tell what ran side by side', () => {
    const settled = execution('one', { stateAfter: {} })
    const run = testRun({ status: 'cancelled', executions: [settled] })
    expect(planGoingOn(run, agent)?.names).toEqual(['TWO'])
    expect(planGoingOn({ ...run, executions: [execution('side'), settled] }, agent)).toBeUndefined()
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
