import type { RunState } from '@petal/core/model'
import { t } from '@petal/ui/language'
import { formatDuration } from '../../look/formatDuration.ts'

/** What is being tried again and why: a step that waits for its next try is not taken for one that hangs. */
export function RetryNotes({ run }: { readonly run: RunState }) {
  const tried = run.executions.filter(({ status, text }) => status === 'running' && text === '')
  return tried.map(({ executionId, nodeName, retries }) => {
    const last = retries.at(-1)
    if (last === undefined) return null
    return (
      <p key={executionId} role="status" className="break-words rounded-md bg-warn-soft p-2 text-ink text-sm">
        {t('{message} “{nodeName}” is tried again after {duration} (try {attempt}).', {
          message: last.problem.message,
          nodeName,
          duration: formatDuration(last.waitMs),
          attempt: last.attempt,
        })}
      </p>
    )
  })
}
