import type { RunState, State, StateEditRecord, StepExecution } from '@petal/core/model'

/** A point of a run at which the state can be looked at: the start, the end of one execution, an edit. */
export interface Moment {
  /** The execution's id; `start` for the beginning, `edit-1` for the first edit. */
  readonly id: string
  readonly execution: StepExecution | undefined
  /** What a person set in the state while the run waited. */
  readonly edit?: StateEditRecord
  readonly before: State
  readonly after: State
}

const START_MOMENT = 'start'

/** The moments of a run in order. An execution that has not settled shows what it has written so far. */
export function listMoments(run: RunState): readonly Moment[] {
  const start: Moment = { id: START_MOMENT, execution: undefined, before: {}, after: run.input }
  const moments = run.executions.flatMap((execution, index): readonly Moment[] => {
    const { executionId: id, stateBefore: before, stateAfter, update } = execution
    return [...editsAt(run, index), { id, execution, before, after: stateAfter ?? { ...before, ...update } }]
  })
  return [start, ...moments, ...editsAt(run, run.executions.length)]
}

/** What was edited after so many executions had begun. */
export function editsAt({ edits = [] }: RunState, after: number): readonly Moment[] {
  return edits.flatMap((edit, index) => {
    const { stateBefore: before, stateAfter } = edit
    return edit.after === after
      ? [{ id: `edit-${index + 1}`, execution: undefined, edit, before, after: stateAfter }]
      : []
  })
}
