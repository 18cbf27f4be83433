import type { RunState, StepExecution } from '@petal/core/model'
import { listCalls, type PlacedCall } from './sumUsage.ts'

/** The questions to models that are looked at: all of a run, or those of one execution within an agent it called. */
export interface NarrowedCalls {
  /** Set when only this execution, and what happened within it, is meant. */
  readonly within?: StepExecution
  readonly calls: readonly PlacedCall[]
}

/** Narrows a run's questions to the chosen moment, when that lies within a called agent: out here all count. */
export function narrowCalls(run: RunState, momentId: string | undefined): NarrowedCalls {
  const calls = listCalls(run)
  const within = run.executions.find(({ executionId, path }) => executionId === momentId && path.length > 0)
  if (within === undefined) return { calls }
  const { executionId: id } = within
  return {
    within,
    calls: calls.filter(({ execution: { executionId, path } }) => executionId === id || path.includes(id)),
  }
}
