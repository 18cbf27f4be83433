import type { StepRunStatus } from '@petal/core/model'
import { cn } from '@petal/ui'
import { useEditor, useStep, useStepFacts, useStepRun } from '../../editor/EditorContext.tsx'
import { selectHasBreakpoint } from '../../editor/selectors.ts'
import { categoryLooks } from '../../look/categoryLook.ts'
import { CardHandles } from './CardHandles.tsx'

/** As wide as a line of a card that is seen near. */
const runStyles: Readonly<Partial<Record<StepRunStatus, string>>> = {
  running: 'outline-8 outline-accent',
  waiting: 'outline-8 outline-human',
  ended: 'outline-4 outline-ok-line',
  failed: 'outline-8 outline-danger',
  skipped: 'opacity-55',
}

/** A step from far away: its kind's colour and its name, as large as they can be read from there, and nothing else. */
export function LightCard({ stepId, selected }: { readonly stepId: string; readonly selected: boolean }) {
  const step = useStep(stepId)
  const facts = useStepFacts(stepId)
  const status = useStepRun(stepId)?.status
  const stops = useEditor((state) => selectHasBreakpoint(state, stepId))
  if (!step || !facts) return null
  return (
    <>
      <div
        className={cn(
          'flex h-full w-full overflow-hidden rounded-xl border-2 border-line-strong bg-surface',
          status && !step.disabled && runStyles[status],
          step.disabled && 'border-dashed opacity-60',
          selected && 'border-accent outline-8 outline-accent',
        )}
      >
        <span className={cn('w-8 shrink-0', categoryLooks[facts.category].solid)} />
        <span className="mx-3 my-2 line-clamp-2 h-18 flex-1 self-start break-words font-semibold text-[34px] text-ink leading-9">
          {step.nodeName ?? facts.typeTitle}
        </span>
        {stops ? <span className="absolute -top-4 -left-4 size-8 rounded-full bg-danger" /> : null}
      </div>
      <CardHandles ports={facts.ports} />
    </>
  )
}
