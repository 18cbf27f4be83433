import type { Json, LogLevel, RunState, StepExecution } from '@petal/core/model'
import { t } from '@petal/ui/language'

/** One line of the run's log, with where it comes from. */
export interface LogLine {
  readonly id: string
  readonly execution: StepExecution
  readonly level: LogLevel
  readonly message: string
  readonly data: Json | undefined
}

/** What the steps logged, and each further try, in the order of their executions. */
export function listLogs(run: RunState): readonly LogLine[] {
  return run.executions.flatMap((execution) => {
    const retries = execution.retries.map(({ attempt, waitMs, problem }): LogLine => {
      const message = t('Try {attempt}, after {round} ms: {message}', {
        attempt,
        round: Math.round(waitMs),
        message: problem.message,
      })
      return { id: `${execution.executionId} retry ${attempt}`, execution, level: 'WARNING', message, data: undefined }
    })
    const logs = execution.logs.map(({ level, message, data }, index): LogLine => {
      return { id: `${execution.executionId} log ${index}`, execution, level, message, data }
    })
    return [...logs, ...retries]
  })
}
