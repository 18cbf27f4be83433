import type { RunState } from '@petal/core/model'
import { Button, Card } from '@petal/ui'
import { t } from '@petal/ui/language'
import { CircleStop, StepForward } from 'lucide-react'
import { useEditor } from '../../editor/EditorContext.tsx'
import { selectFileAgent } from '../../editor/selectors.ts'
import { buttonsForFingers } from '../../look/buttonsForFingers.ts'
import { planGoingOn } from '../../runner/planGoingOn.ts'
import { useRunActivity, useRunController } from '../../runner/RunContext.tsx'

/** A run that was stopped: what came is kept, and a new run can go on from there. */
export function StoppedCard({ run }: { readonly run: RunState }) {
  const agent = useEditor(selectFileAgent)
  const { status } = useRunActivity()
  const controller = useRunController()
  const plan = status === 'idle' ? planGoingOn(run, agent) : undefined
  if (plan === undefined) return null
  const { names, result } = plan
  return (
    <Card
      role="group"
      aria-label={t('The run was stopped')}
      className={`flex flex-wrap items-center gap-x-3 gap-y-2 ${buttonsForFingers}`}
    >
      <p className="flex min-w-48 flex-1 items-center gap-2 text-ink-soft">
        <CircleStop aria-hidden className="size-4 shrink-0 text-ink-faint" />
        {result.ok ? t('The run was stopped. What came before is kept.') : result.reason}
      </p>
      {result.ok ? (
        <Button icon={<StepForward />} onClick={() => controller.startFrom(run.input, result.origin)}>
          {t('Go on from {names}', { names: names.join(', ') })}
        </Button>
      ) : null}
    </Card>
  )
}
