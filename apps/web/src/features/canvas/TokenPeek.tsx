import type { StepRun } from '@petal/core/model'

const peekLength = 140

interface TokenPeekProps {
  readonly run: Pick<StepRun, 'status' | 'text'>
  /** The step within this one that says it. */
  readonly from?: string
}

/** The newest words of a running step, below its card. */
export function TokenPeek({ run, from }: TokenPeekProps) {
  if (run.status !== 'running' || (run.text === '' && from === undefined)) return null
  const text = run.text.length > peekLength ? `…${run.text.slice(-peekLength)}` : run.text
  return (
    <div className="petal-peek pointer-events-none absolute inset-x-2 top-full mt-1.5 animate-fade-in rounded-lg bg-raised px-2.5 py-1.5 text-ink-soft text-sm shadow-lg">
      {from === undefined ? null : <span className="block truncate font-medium text-ink">{from}</span>}
      <span className="line-clamp-3 whitespace-pre-wrap break-words">{text}</span>
    </div>
  )
}
