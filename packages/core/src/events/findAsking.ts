import { placeOf } from './placeOf.ts'
import type { RunQuestion } from './RunEvent.ts'
import type { RunState, StepExecution } from './RunState.ts'

/**
 * The execution that waits for the answer to a question, which may be one within an agent that its step calls. Undefined
 * when none waits. Runs of earlier days do not tell its place: where several wait within one step, it is that step.
 */
export function findAsking(
  run: Pick<RunState, 'executions'>,
  { stepId, place }: Pick<RunQuestion, 'stepId' | 'place'>,
): StepExecution | undefined {
  const waiting = run.executions.filter(({ status }) => status === 'waiting')
  if (place === undefined) return findInnermost(waiting, stepId)
  return waiting.find((execution) => placeOf(execution, run) === place)
}

function findInnermost(waiting: readonly StepExecution[], stepId: string): StepExecution | undefined {
  let asking = waiting.findLast((execution) => execution.stepId === stepId && execution.path.length === 0)
  while (asking !== undefined) {
    const { executionId } = asking
    const [within, ...others] = waiting.filter(({ path }) => path.at(-1) === executionId)
    if (within === undefined || others.length > 0) return asking
    asking = within
  }
  return undefined
}
