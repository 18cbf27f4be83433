import type { RunState } from '@petal/core/model'
import { t } from '@petal/ui/language'
import { GitBranch } from 'lucide-react'
import { useStore } from 'zustand/react'
import { formatMoment } from '../../look/formatMoment.ts'
import { useRunController } from '../../runner/RunContext.tsx'

/** Says of a run that began in the middle of another one where, and of which. */
export function OriginNote({ run }: { readonly run: RunState }) {
  const { archive } = useRunController()
  const records = useStore(archive.records)
  const { from, steps } = run
  if (from === undefined) return null
  const names = from.stepIds.map((id) => steps[id]?.nodeName ?? id).join(', ')
  const record = records.find(({ runId }) => runId === from.runId)
  const where =
    record === undefined
      ? t('Began at {names}, with the state of an earlier run', { names })
      : t('Began at {names}, with the state of the run of {time}', {
          names,
          time: formatMoment(record.startedAt, 'time'),
        })
  return (
    <p className="flex items-center gap-2 px-3 py-1.5 text-ink-soft text-sm">
      <GitBranch aria-hidden className="size-3.5 shrink-0" />
      {where}
    </p>
  )
}
