import type { StepRunStatus } from '@petal/core/model'
import { cn } from '@petal/ui'
import { portRow } from '../../editor/cardSize.ts'
import { useEditor, useStep, useStepFacts, useStepRun } from '../../editor/EditorContext.tsx'
import { selectHasBreakpoint } from '../../editor/selectors.ts'
import { categoryLooks } from '../../look/categoryLook.ts'
import { ProblemBadge } from '../../look/ProblemBadge.tsx'
import { CardHandles } from './CardHandles.tsx'
import { portOffset } from './cardGeometry.ts'

/** As wide as a line of a card that is seen near. */
const runStyles: Readonly<Partial<Record<StepRunStatus, string>>> = {
  running: 'outline-8 outline-accent',
  waiting: 'outline-8 outline-human',
  ended: 'outline-4 outline-ok-line',
  failed: 'outline-8 outline-danger',
  skipped: 'opacity-55 forced-colors:border-dotted forced-colors:opacity-100',
}

/** A step from far away: its kind's colour and its name, as large as they can be read from there, and nothing else. */
export function LightCard({ stepId, selected }: { readonly stepId: string; readonly selected: boolean }) {
  const step = useStep(stepId)
  const facts = useStepFacts(stepId)
  const status = useStepRun(stepId)?.status
  const stops = useEditor((state) => selectHasBreakpoint(state, stepId))
  if (!step || !facts) return null
  const outputs = facts.ports.outputs.length > 1 ? facts.ports.outputs : []
  return (
    <>
      <div
        className={cn(
          'flex h-full w-full overflow-hidden rounded-xl border-2 border-line-strong bg-surface',
          status && !step.disabled && runStyles[status],
          step.disabled && 'border-dashed opacity-60 forced-colors:opacity-100',
          selected && 'border-accent outline-8 outline-accent',
        )}
      >
        <span className={cn('w-8 shrink-0', categoryLooks[facts.category].solid)} />
        <span className="mx-3 my-2 line-clamp-2 h-18 flex-1 self-start break-words font-semibold text-[34px] text-ink leading-9">
          {step.nodeName ?? facts.typeTitle}
        </span>
        {outputs.map((port, index) => (
          <span
            key={port.id}
            style={{ top: portOffset(facts.ports, index) - portRow / 2 }}
            className="absolute right-4 max-w-44 truncate text-[20px] text-ink-soft leading-[26px]"
          >
            {port.label}
          </span>
        ))}
        {stops ? <span className="absolute -top-4 -left-4 size-8 rounded-full bg-danger" /> : null}
      </div>
      <span className="absolute top-1 right-1 origin-top-right scale-200">
        <ProblemBadge stepId={stepId} />
      </span>
      <CardHandles ports={facts.ports} />
    </>
  )
}
