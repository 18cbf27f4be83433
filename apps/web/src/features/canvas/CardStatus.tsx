import { type StepProgress, type StepRun, workedBetween } from '@petal/core/model'
import { t } from '@petal/ui/language'
import { useEditor } from '../../editor/EditorContext.tsx'
import { selectShownRun } from '../../editor/selectors.ts'
import { formatDuration } from '../../look/formatDuration.ts'
import { StatusIcon } from '../../look/StatusIcon.tsx'
import { useElapsed } from '../../look/useElapsed.ts'

/** How a step of the current run stands, with its time. */
export function CardStatus({ run }: { readonly run: StepRun }) {
  const elapsed = useElapsed(run.status === 'running' ? run.startedAt : undefined)
  const waits = useEditor((state) => selectShownRun(state)?.waits)
  const { startedAt, durationMs } = run
  const isTimed = elapsed !== undefined && startedAt !== undefined
  const duration = isTimed ? workedBetween(waits, startedAt, startedAt + elapsed) : durationMs
  return (
    <span
      className="petal-card-status flex shrink-0 items-center gap-1 text-ink-faint text-xs tabular-nums"
      title={titleOf(run)}
    >
      {run.progress === undefined || hasAll(run) ? null : <Progress {...run.progress} />}
      {duration === undefined || run.status === 'skipped' ? null : formatDuration(duration)}
      {run.iteration > 1 ? <span className="rounded-sm bg-accent-soft px-1 text-accent">×{run.iteration}</span> : null}
      {run.status === 'running' && run.attempt > 1 ? (
        <span className="text-warn">{t('try {attempt}', { attempt: run.attempt })}</span>
      ) : null}
      <StatusIcon status={run.disabled ? 'skipped' : run.status} />
    </span>
  )
}

/** Nothing is worth telling of a step that was skipped, or that has done all of its items. */
function hasAll({ status, progress }: StepRun): boolean {
  return status === 'skipped' || (status === 'ended' && progress?.done === progress?.total)
}

/** How many of a step's items are done. */
function Progress({ done, total }: StepProgress) {
  return <span className="whitespace-nowrap">{t('{done} of {total}', { done, total })}</span>
}

function titleOf(run: StepRun): string | undefined {
  if (run.disabled) return t('Disabled: passed the state through')
  if (run.status === 'failed') return run.problem?.message
  return run.reason
}
