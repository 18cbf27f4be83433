import { cn } from '@petal/ui'
import { useEditor, useStep, useStepFacts, useStepRun } from '../../editor/EditorContext.tsx'
import { selectHasBreakpoint } from '../../editor/selectors.ts'
import { categoryLooks } from '../../look/categoryLook.ts'
import { CardHandles } from './CardHandles.tsx'

/** A step from far away: a tinted shape with its kind's colour, cheap to paint. */
export function LightCard({ stepId, selected }: { readonly stepId: string; readonly selected: boolean }) {
  const facts = useStepFacts(stepId)
  const status = useStepRun(stepId)?.status
  const stops = useEditor((state) => selectHasBreakpoint(state, stepId))
  const isDisabled = useStep(stepId)?.disabled
  if (!facts) return null
  return (
    <>
      <div
        className={cn(
          'flex h-full w-full overflow-hidden rounded-xl border-2 border-line-strong bg-surface',
          isDisabled && 'border-dashed opacity-60',
          status === 'running' && 'border-accent',
          status === 'failed' && 'border-danger',
          selected && 'border-4 border-accent',
        )}
      >
        <span className={cn('w-8 shrink-0', categoryLooks[facts.category].solid)} />
        <span className="m-4 h-6 flex-1 rounded-md bg-line" />
        {stops ? <span className="absolute -top-4 -left-4 size-8 rounded-full bg-danger" /> : null}
      </div>
      <CardHandles ports={facts.ports} />
    </>
  )
}
