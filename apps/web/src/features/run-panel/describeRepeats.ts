import { type RunEvent, type RunState, reduceRun, type StepExecution } from '@petal/core/model'
import { t } from '@petal/ui/language'

/**
 * What an interrupted run would do again when it goes on: the steps that were under way, with what each had reached out
 * to. A tool that was used may be used a second time; that must be said before, not found out after.
 */
export function describeRepeats(events: readonly RunEvent[]): readonly string[] {
  const run = events.reduce<RunState | undefined>(reduceRun, undefined)
  const open = run?.executions.filter(({ status, path }) => status === 'stopped' && path.length === 0) ?? []
  return open.map((execution) => {
    return describe(execution.nodeName, listDone(execution, run?.executions ?? []))
  })
}

/** What a step had reached out to, itself or through the agents it called. */
interface Done {
  readonly models: string
  readonly tools: string
}

function listDone({ executionId }: StepExecution, all: readonly StepExecution[]): Done {
  const parts = all.filter((entry) => entry.executionId === executionId || entry.path.includes(executionId))
  const models = new Set(parts.flatMap(({ calls }) => calls.map(({ model }) => model)))
  const tools = new Set(parts.flatMap((part) => part.tools.map(({ name }) => name)))
  return { models: [...models].join(', '), tools: [...tools].join(', ') }
}

function describe(step: string, { models, tools }: Done): string {
  if (models !== '' && tools !== '')
    return t('{step}, which had asked {models} and used {tools}', { step, models, tools })
  if (models !== '') return t('{step}, which had asked {models}', { step, models })
  return tools === '' ? step : t('{step}, which had used {tools}', { step, tools })
}
