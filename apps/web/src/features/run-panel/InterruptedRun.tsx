import { Button, toast } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Unplug } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useStore } from 'zustand/react'
import { useActions, useEditor } from '../../editor/EditorContext.tsx'
import { selectFileAgent } from '../../editor/selectors.ts'
import { useRunController } from '../../runner/RunContext.tsx'
import type { RunRecord } from '../../storage/LibrarySchema.ts'
import { attempt } from './attempt.ts'
import { describeRepeats } from './describeRepeats.ts'
import { restoreWords } from './restoreWords.ts'

/**
 * The page went away during the last run: what it did can be seen, and nothing is repeated unasked. `children` when the
 * last run came to its end.
 */
export function InterruptedRun({ children }: { readonly children: ReactNode }) {
  const controller = useRunController()
  const [last] = useStore(controller.archive.records)
  if (last?.status !== 'interrupted') return children
  return <InterruptedNote key={last.runId} run={last} />
}

function InterruptedNote({ run }: { readonly run: RunRecord }) {
  const controller = useRunController()
  const { receive } = useActions()
  const agent = useEditor(selectFileAgent)
  const repeats = useRepeats(run)
  const step = agent.steps.find(({ id }) => id === run.lastStepId)
  const name = step?.nodeName ?? run.lastStepId
  const goOn = () =>
    attempt(async () => {
      const outcome = await controller.stored.restore(run)
      if (outcome === 'ready') controller.resume()
      else toast.message(t(restoreWords[outcome]))
    })
  const show = () => attempt(async () => receive(await controller.archive.events(run.runId)))
  const discard = () => attempt(() => controller.stored.discard(run))
  return (
    <div role="status" className="m-4 flex items-start gap-2.5 rounded-lg border border-warn-line bg-warn-soft p-3">
      <Unplug aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
      <div className="flex flex-1 flex-col gap-2">
        <p className="text-ink">
          <span className="font-medium">
            {name === undefined ? t('Run interrupted.') : t('Run interrupted at step {name}.', { name })}
          </span>{' '}
          {t('The page was closed before it ended. What was done so far is kept.')}
        </p>
        {repeats.length === 0 ? null : (
          <div className="text-ink-soft">
            <p>{t('Going on does this again, from its start:')}</p>
            <ul className="list-disc pl-5">
              {repeats.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        )}
        <div className="flex flex-wrap gap-2">
          <Button size="sm" variant="primary" onClick={goOn}>
            {t('Resume')}
          </Button>
          <Button size="sm" onClick={show}>
            {t('Show what it did')}
          </Button>
          <Button size="sm" onClick={() => controller.start(run.input)}>
            {t('Run again')}
          </Button>
          <Button size="sm" variant="ghost" onClick={discard}>
            {t('Discard')}
          </Button>
        </div>
      </div>
    </div>
  )
}

/** What going on would do a second time, as far as the record of the run tells. */
function useRepeats({ runId }: RunRecord): readonly string[] {
  const { archive } = useRunController()
  const [repeats, setRepeats] = useState<readonly string[]>([])
  useEffect(() => {
    let current = true
    archive.events(runId).then(
      (events) => current && setRepeats(describeRepeats(events)),
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [archive, runId])
  return repeats
}
