import type { RunState } from '@petal/core/model'
import { Button } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Unplug } from 'lucide-react'
import { useActions } from '../../editor/EditorContext.tsx'
import { useRunController } from '../../runner/RunContext.tsx'
import type { StrandedRun } from '../../runner/RunThread.ts'
import { attempt } from './attempt.ts'
import { restoreWords } from './restoreWords.ts'

/** The run waits, but cannot go on here: why, and what can be done instead. */
export function StrandedCard({ run, stranded }: { readonly run: RunState; readonly stranded: StrandedRun }) {
  const controller = useRunController()
  const { clearRun } = useActions()
  const { record, reason } = stranded
  const discard = () =>
    attempt(async () => {
      await controller.stored.discard(record)
      clearRun()
    })
  return (
    <div role="status" className="flex items-start gap-2.5 rounded-lg border border-warn-line bg-warn-soft p-3">
      <Unplug aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
      <div className="flex flex-1 flex-col gap-2">
        <p className="text-ink">{restoreWords[reason]}</p>
        {reason === 'elsewhere' ? null : (
          <div className="flex flex-wrap gap-2">
            <Button size="sm" variant="primary" onClick={() => controller.start(run.input)}>
              {t('Run again')}
            </Button>
            <Button size="sm" variant="ghost" onClick={discard}>
              {t('Discard')}
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}
