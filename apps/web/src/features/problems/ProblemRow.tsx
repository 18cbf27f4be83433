import type { Problem } from '@petal/core/model'
import { Button, cn } from '@petal/ui'
import { CircleAlert, Info, TriangleAlert, WandSparkles } from 'lucide-react'
import { applyProblemFix } from '../../editor/applyProblemFix.ts'
import { useActions, useEditor, useEditorInstance } from '../../editor/EditorContext.tsx'
import { selectStep } from '../../editor/selectors.ts'

const looks = {
  error: { icon: CircleAlert, color: 'text-danger' },
  warning: { icon: TriangleAlert, color: 'text-warn' },
  info: { icon: Info, color: 'text-info' },
} as const

/** One problem: a click goes to where it can be mended, the button mends it. */
export function ProblemRow({ problem }: { readonly problem: Problem }) {
  const actions = useActions()
  const place = usePlaceName(problem)
  const { icon: Icon, color } = looks[problem.severity]
  return (
    <li className="flex flex-col">
      <button
        type="button"
        onClick={() => goTo(actions, problem)}
        className="focus-ring flex items-start gap-2 px-4 py-1.5 text-left -outline-offset-2 hover:bg-hover"
      >
        <Icon aria-hidden className={cn('mt-0.5 size-4 shrink-0', color)} />
        <span className="min-w-0 flex-1">
          <span className="wrap-anywhere block text-ink">{problem.message}</span>
          <span className="block truncate text-ink-faint text-sm">{place}</span>
        </span>
      </button>
      {problem.fix?.change === undefined ? null : (
        <Button
          variant="ghost"
          size="sm"
          icon={<WandSparkles />}
          className="mb-1 ml-9 self-start text-accent"
          onClick={() => applyProblemFix(actions, problem)}
        >
          {problem.fix.label}
        </Button>
      )}
    </li>
  )
}

/** "Ask a model · config.promptTemplate" in words: the step's name, and the setting. */
function usePlaceName({ stepId, path }: Problem): string {
  const { facts } = useEditorInstance()
  const name = useEditor((state) => {
    const step = stepId === undefined ? undefined : selectStep(state, stepId)
    return step === undefined ? stepId : (step.nodeName ?? facts.of(step).typeTitle)
  })
  return [name ?? 'The agent', path?.replace(/^config\./, '')].filter(Boolean).join(' · ')
}

function goTo(actions: ReturnType<typeof useActions>, { stepId, path }: Problem): void {
  if (stepId !== undefined) {
    actions.focusField(path ?? 'nodeName', stepId)
    actions.askCanvas('show', [stepId])
    return
  }
  actions.focusField(path ?? '')
  if (path?.startsWith('stateType') === true) actions.showSide('state')
}
