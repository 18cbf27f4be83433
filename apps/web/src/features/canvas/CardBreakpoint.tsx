import { t } from '@petal/ui/language'
import { Hand } from 'lucide-react'
import { useEditor } from '../../editor/EditorContext.tsx'
import { selectHasBreakpoint, selectPausedAt } from '../../editor/selectors.ts'

/** On the corner of a card: the dot that says a run pauses before this step, and the sign that one does now. */
export function CardBreakpoint({ stepId }: { readonly stepId: string }) {
  const isSet = useEditor((state) => selectHasBreakpoint(state, stepId))
  const pausedWhen = useEditor((state) => {
    const pausedAt = selectPausedAt(state)
    return pausedAt?.stepIds.includes(stepId) ? pausedAt.when : undefined
  })
  return (
    <>
      {isSet ? (
        <span
          role="img"
          aria-label={t('Runs pause before this step')}
          title={t('Runs pause before this step')}
          className="absolute -top-2.5 -left-2.5 z-10 size-5 rounded-full border-3 border-canvas bg-danger"
        />
      ) : null}
      {pausedWhen === undefined ? null : (
        <>
          <span aria-hidden className="pointer-events-none absolute inset-0 rounded-xl ring-3 ring-human" />
          <span className="absolute -top-3 left-4 flex items-center gap-1 rounded-full bg-human px-2 py-0.5 font-medium text-surface text-xs shadow-md">
            <Hand aria-hidden className="size-3" />
            {pausedWhen === 'before' ? t('Paused before this step') : t('Paused after this step')}
          </span>
        </>
      )}
    </>
  )
}
