import type { RunState, StepExecution } from '@petal/core/model'

/** The name of the step an execution is of, after those of the steps it ran within: `Chapters (item 3) › Write`. */
export function nameOfExecution(execution: StepExecution, { executions }: Pick<RunState, 'executions'>): string {
  const callers = execution.path.map((id) => executions.find(({ executionId }) => executionId === id))
  const chain = [...callers, execution]
  const names = chain.map((one, depth) => {
    const key = chain[depth + 1]?.key
    return `${one?.nodeName ?? '?'}${key === undefined ? '' : ` (${key})`}`
  })
  return names.join(' › ')
}
