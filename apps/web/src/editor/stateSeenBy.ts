import type { RunState, State } from '@petal/core/model'

/** The state the step saw in the newest run, or that run's newest state when it has not come to the step. */
export function stateSeenBy(run: RunState | undefined, stepId: string): State | undefined {
  return (
    run?.executions.findLast((execution) => execution.path.length === 0 && execution.stepId === stepId)?.stateBefore ??
    run?.state
  )
}
