import { type RunEvent, type RunState, reduceRun, type StepExecution } from '@petal/core/model'

/**
 * What an interrupted run would do again when it goes on: the steps that were under way, with what each had reached out
 * to. A tool that was used may be used a second time; that must be said before, not found out after.
 */
export function describeRepeats(events: readonly RunEvent[]): readonly string[] {
  const run = events.reduce<RunState | undefined>(reduceRun, undefined)
  const open = run?.executions.filter(({ status, path }) => status === 'stopped' && path.length === 0) ?? []
  return open.map((execution) => {
    const done = listDone(execution, run?.executions ?? [])
    return done.length === 0 ? execution.nodeName : `${execution.nodeName}, which had ${done.join(' and ')}`
  })
}

/** What a step had reached out to, itself or through the agents it called. */
function listDone({ executionId }: StepExecution, all: readonly StepExecution[]): readonly string[] {
  const parts = all.filter((entry) => entry.executionId === executionId || entry.path.includes(executionId))
  const models = new Set(parts.flatMap(({ calls }) => calls.map(({ model }) => model)))
  const tools = new Set(parts.flatMap((part) => part.tools.map(({ name }) => name)))
  return [
    ...(models.size === 0 ? [] : [`asked ${[...models].join(', ')}`]),
    ...(tools.size === 0 ? [] : [`used ${[...tools].join(', ')}`]),
  ]
}
