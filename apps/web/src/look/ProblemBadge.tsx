import { cn, Tooltip } from '@petal/ui'
import { t } from '@petal/ui/language'
import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useActions, useStepProblems } from '../editor/EditorContext.tsx'

/** Says that something is wrong with a step; a click goes to the field. */
export function ProblemBadge({ stepId }: { readonly stepId: string }) {
  const problems = useStepProblems(stepId).filter(({ severity }) => severity !== 'info')
  const actions = useActions()
  const [worst] = problems
  if (!worst) return null
  const isError = worst.severity === 'error'
  const words = t(worst.message)
  const said = problems.length > 1 ? t('{words} (and {count} more)', { words, count: problems.length - 1 }) : words
  return (
    <Tooltip content={said} side="top">
      <button
        type="button"
        aria-label={said}
        className={cn(
          'nodrag focus-ring flex size-5 shrink-0 items-center justify-center rounded-full [&_svg]:size-4',
          isError ? 'text-danger hover:bg-danger-soft' : 'text-warn hover:bg-warn-soft',
        )}
        onClick={(event) => {
          event.stopPropagation()
          actions.focusField(worst.path ?? '', stepId)
        }}
      >
        {isError ? <CircleAlert /> : <TriangleAlert />}
      </button>
    </Tooltip>
  )
}
