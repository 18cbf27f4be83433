import type { RunState, StepExecution } from './RunState.ts'

/**
 * The execution that waits for the answer to a question of this step, which may be one within an agent that the step
 * calls: where several wait within one step, nobody can tell which, and it is that step. Undefined when none waits.
 */
export function findAsking({ executions }: Pick<RunState, 'executions'>, stepId: string): StepExecution | undefined {
  const waiting = executions.filter(({ status }) => status === 'waiting')
  let asking = waiting.findLast((execution) => execution.stepId === stepId && execution.path.length === 0)
  while (asking !== undefined) {
    const { executionId } = asking
    const [within, ...others] = waiting.filter(({ path }) => path.at(-1) === executionId)
    if (within === undefined || others.length > 0) return asking
    asking = within
  }
  return undefined
}
