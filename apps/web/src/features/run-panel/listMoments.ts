import type { RunState, State, StepExecution } from '@petal/core/model'

/** A point of a run at which the state can be looked at: the start, or the end of one execution. */
export interface Moment {
  /** The execution's id; `start` for the beginning. */
  readonly id: string
  readonly execution: StepExecution | undefined
  readonly before: State
  readonly after: State
}

const START_MOMENT = 'start'

/** The moments of a run in order. An execution that has not settled shows what it has written so far. */
export function listMoments(run: RunState): readonly Moment[] {
  const start: Moment = { id: START_MOMENT, execution: undefined, before: {}, after: run.input }
  const moments = run.executions.map((execution): Moment => {
    const { executionId: id, stateBefore: before, stateAfter, update } = execution
    return { id, execution, before, after: stateAfter ?? { ...before, ...update } }
  })
  return [start, ...moments]
}
