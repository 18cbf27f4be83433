import { IconButton } from '@petal/ui'
import { msg, t } from '@petal/ui/language'
import { MessageSquarePlus } from 'lucide-react'
import { useShortcuts } from '../../commands/CommandContext.tsx'
import { useEditor } from '../../editor/EditorContext.tsx'
import { selectAgent, selectRun } from '../../editor/selectors.ts'
import { formatDuration } from '../../look/formatDuration.ts'
import { useElapsed } from '../../look/useElapsed.ts'
import { useRunActivity, useRunController } from '../../runner/RunContext.tsx'
import { recordIdOf } from '../../runner/recordIdOf.ts'
import { remembersThreads } from '../../runner/remembersThreads.ts'
import { RunsMenu } from './RunsMenu.tsx'
import { StatusMark } from './StatusMark.tsx'
import { listCalls, sumUsage } from './sumUsage.ts'
import { ThreadsMenu } from './ThreadsMenu.tsx'

/** Beside the tabs: how the run stands, beginning afresh, earlier runs. */
export function RunToolbar() {
  const keys = useShortcuts()
  const hasRun = useEditor((state) => selectRun(state) !== undefined)
  const { status } = useRunActivity()
  const controller = useRunController()
  const remembers = useEditor((state) => remembersThreads(selectAgent(state)))
  return (
    <div className="flex items-center gap-1.5">
      <RunStatusLine />
      {remembers ? <ThreadsMenu /> : null}
      <IconButton
        label={t('New thread')}
        shortcut={keys('newThread')}
        size="sm"
        disabled={status !== 'idle' || (!hasRun && !remembers)}
        onClick={() => controller.conversations.begin()}
      >
        <MessageSquarePlus />
      </IconButton>
      <RunsMenu />
    </div>
  )
}

const words = {
  running: msg('Running'),
  paused: msg('Waiting'),
  ended: msg('Done'),
  failed: msg('Failed'),
  cancelled: msg('Stopped'),
} as const
const marks = { running: 'running', paused: 'waiting', ended: 'ended', failed: 'failed', cancelled: 'stopped' } as const

/** Apart from the buttons: it is drawn anew for every token. */
function RunStatusLine() {
  const run = useEditor(selectRun)
  const elapsed = useElapsed(run?.status === 'running' ? run.wentOnAt : undefined)
  if (run === undefined) return null
  const durationMs = run.durationMs ?? (elapsed === undefined ? undefined : run.workedMs + elapsed)
  const usage = run.usage ?? sumUsage(listCalls(run))
  return (
    <p
      data-run={recordIdOf(run)}
      className="flex items-center gap-1.5 whitespace-nowrap px-1 text-ink-soft text-sm tabular-nums"
    >
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
