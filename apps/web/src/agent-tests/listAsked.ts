import type { RunState, StepExecution } from '@petal/core/model'

/**
 * The executions that asked a model, or whose output was fixed. What ran within one of them is no answer of its own: a
 * test takes what the whole of it gave.
 */
export function listAsked({ executions }: RunState): readonly StepExecution[] {
  const asked = executions.filter(({ calls, fixed }) => calls.length > 0 || fixed === true)
  const ids = new Set(asked.map(({ executionId }) => executionId))
  return asked.filter(({ path }) => !path.some((id) => ids.has(id)))
}
