import type { Json, RunState, StepExecution } from '@petal/core/model'

/** What one execution said: its text, token by token, and the fields it wrote beside the conversation. */
export interface Answer {
  readonly execution: StepExecution
  readonly text: string
  readonly values: Readonly<Record<string, Json>>
}

/**
 * What a run has said so far, in order. Executions without a word and without a value are left out; a value that only
 * repeats the text is not shown twice. Sub-agents speak through the step that called them.
 */
export function listAnswers(run: RunState, messagesField: string | undefined): readonly Answer[] {
  return run.executions
    .filter(({ path }) => path.length === 0)
    .map((execution) => toAnswer(execution, messagesField))
    .filter(({ execution, text, values }) => {
      return (
        text !== '' || Object.keys(values).length > 0 || execution.status === 'running' || execution.status === 'failed'
      )
    })
}

function toAnswer(execution: StepExecution, messagesField: string | undefined): Answer {
  const text = execution.text
  const values = Object.entries(execution.update ?? {}).filter(
    ([name, value]) => name !== messagesField && value !== text,
  )
  return { execution, text, values: Object.fromEntries(values) }
}
