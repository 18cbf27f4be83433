import { msg, t } from '@petal/ui/language'
import { KeyRound } from 'lucide-react'
import { useEditor } from '../../editor/EditorContext.tsx'
import { selectRun } from '../../editor/selectors.ts'
import { formatDuration } from '../../look/formatDuration.ts'
import { useElapsed } from '../../look/useElapsed.ts'
import { useRunActivity } from '../../runner/RunContext.tsx'
import { recordIdOf } from '../../runner/recordIdOf.ts'
import { StatusMark } from './StatusMark.tsx'
import { listCalls, sumUsage } from './sumUsage.ts'

const words = {
  running: msg('Running'),
  paused: msg('Waiting'),
  ended: msg('Done'),
  failed: msg('Failed'),
  cancelled: msg('Stopped'),
} as const
const marks = { running: 'running', paused: 'waiting', ended: 'ended', failed: 'failed', cancelled: 'stopped' } as const
const look = 'flex min-w-0 items-center gap-1.5 whitespace-nowrap px-1 text-ink-soft text-sm tabular-nums'

/** How the run stands, in a line. On its own, because it is drawn anew for every token. */
export function RunStatusLine() {
  const run = useEditor(selectRun)
  const { gate } = useRunActivity()
  const elapsed = useElapsed(run?.status === 'running' ? run.wentOnAt : undefined)
  // A new run is about to begin: how the one before came out is not about it.
  if (gate?.kind === 'keys') return <AskingForKey />
  if (run === undefined) return null
  const durationMs = run.durationMs ?? (elapsed === undefined ? undefined : run.workedMs + elapsed)
  const usage = run.usage ?? sumUsage(listCalls(run))
  return (
    <p data-run={recordIdOf(run)} className={look}>
      <StatusMark status={marks[run.status]} />
      <span className="@max-xl:sr-only">{t(words[run.status])}</span>
      {durationMs === undefined ? null : (
        <span className="@max-xl:hidden text-ink-faint">{formatDuration(durationMs)}</span>
      )}
      {usage === undefined ? null : (
        <span className="@max-xl:hidden text-ink-faint">
          {t('· {totalTokens} tokens', { totalTokens: usage.totalTokens })}
        </span>
      )}
    </p>
  )
}

function AskingForKey() {
  return (
    <p className={look}>
      <KeyRound aria-hidden className="size-3.5 shrink-0 text-accent" />
      <span className="@max-xl:sr-only">{t('Waiting for a key')}</span>
    </p>
  )
}
