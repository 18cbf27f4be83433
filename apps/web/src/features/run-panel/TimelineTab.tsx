import type { RunState } from '@petal/core/model'
import { ScrollArea } from '@petal/ui'
import { t } from '@petal/ui/language'
import { ChartNoAxesGantt } from 'lucide-react'
import { Fragment, useState } from 'react'
import { useEditor } from '../../editor/EditorContext.tsx'
import { selectRun } from '../../editor/selectors.ts'
import { formatDuration } from '../../look/formatDuration.ts'
import { useElapsed } from '../../look/useElapsed.ts'
import { EditBar } from './EditBar.tsx'
import { EditDetail } from './EditDetail.tsx'
import { ExecutionDetail } from './ExecutionDetail.tsx'
import { editsAt, listMoments, type Moment } from './listMoments.ts'
import { NoRunYet } from './NoRunYet.tsx'
import { OriginNote } from './OriginNote.tsx'
import { TimelineBar } from './TimelineBar.tsx'
import { toTimeline } from './toTimeline.ts'
import { useMoment } from './useMoment.ts'

/** Every execution as a bar over time; a click shows that moment, here and on the canvas. */
export function TimelineTab() {
  const run = useEditor(selectRun)
  if (run === undefined) {
    return (
      <NoRunYet icon={<ChartNoAxesGantt />}>
        {t('Here every execution of a step is one row: how long it took, and which iteration of a loop it was.')}
      </NoRunYet>
    )
  }
  return <RunTimeline run={run} />
}

function RunTimeline({ run }: { readonly run: RunState }) {
  const { momentId } = useMoment()
  const elapsed = useElapsed(run.status === 'running' ? run.startedAt : undefined)
  const { rows, waits, totalMs } = toTimeline(run, run.startedAt + (elapsed ?? 0))
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const shown = rows.filter(({ execution }) => !execution.path.some((id) => folded.has(id)))
  const toggle = (id: string) =>
    setFolded((known) =>
      known.has(id) ? new Set([...known].filter((other) => other !== id)) : new Set([...known, id]),
    )
  const chosen = run.executions.find(({ executionId }) => executionId === momentId)
  const places = new Map(run.executions.map(({ executionId }, index) => [executionId, index]))
  const edits = (index: number | undefined) =>
    editsAt(run, index ?? -1).map((moment) => <EditBar key={moment.id} moment={moment} />)
  return (
    <div className="flex h-full min-h-0 @max-lg:flex-col">
      <ScrollArea className="min-h-0 min-w-0 flex-1 py-1" aria-label={t('Executions')}>
        <OriginNote run={run} />
        <ol>
          {shown.map((row) => (
            <Fragment key={row.execution.executionId}>
              {edits(places.get(row.execution.executionId))}
              <TimelineBar
                row={row}
                waits={waits}
                chosen={row.execution.executionId === momentId}
                folded={folded.has(row.execution.executionId)}
                onToggle={() => toggle(row.execution.executionId)}
              />
            </Fragment>
          ))}
          {edits(run.executions.length)}
        </ol>
        <p className="px-3 py-1.5 text-right text-ink-faint text-xs tabular-nums">
          {waits.length === 0
            ? t('{duration} in all', { duration: formatDuration(totalMs) })
            : t('{duration} at work, {waited} waiting for a person', {
                duration: formatDuration(totalMs),
                waited: formatDuration(waits.reduce((sum, wait) => sum + wait.durationMs, 0)),
              })}
        </p>
      </ScrollArea>
      {chosen === undefined ? <ChosenEdit moments={listMoments(run)} /> : <ExecutionDetail execution={chosen} />}
    </div>
  )
}

function ChosenEdit({ moments }: { readonly moments: readonly Moment[] }) {
  const { momentId } = useMoment()
  const moment = moments.find(({ id, edit }) => id === momentId && edit !== undefined)
  return moment === undefined ? null : <EditDetail moment={moment} />
}
