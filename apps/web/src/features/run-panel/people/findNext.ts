import type { RunState, StateEditRecord, StepExecution } from '@petal/core/model'

/** The execution that found what a person had edited; undefined while the run still waits. */
export function findNext(
  { stepIds, path = [], key, after }: StateEditRecord,
  { executions }: RunState,
): StepExecution | undefined {
  const isThere = (execution: StepExecution) =>
    stepIds.includes(execution.stepId) &&
    execution.key === key &&
    execution.path.length === path.length &&
    path.every((id, index) => execution.path[index] === id)
  return executions.slice(after).find(isThere)
}
