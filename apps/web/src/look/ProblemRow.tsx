import type { Problem } from '@petal/core/model'
import { Button, cn } from '@petal/ui'
import { t } from '@petal/ui/language'
import { CircleAlert, Info, TriangleAlert, WandSparkles } from 'lucide-react'
import { Suspense } from 'react'
import { describePlace } from '../editor/describePlace.ts'
import { useActions, useEditor, useEditorInstance } from '../editor/EditorContext.tsx'
import { selectFileAgent } from '../editor/selectors.ts'
import { useProblemFix } from '../editor/useProblemFix.ts'
import { lazyPart } from './lazyPart.ts'

const looks = {
  error: { icon: CircleAlert, color: 'text-danger' },
  warning: { icon: TriangleAlert, color: 'text-warn' },
  info: { icon: Info, color: 'text-info' },
} as const

const MissingPlugin = lazyPart(async () => (await import('../plugins/loaded/MissingPlugin.tsx')).MissingPlugin)

/** One problem: a click goes to where it can be mended, the button mends it. */
export function ProblemRow({ problem }: { readonly problem: Problem }) {
  const actions = useActions()
  const fix = useProblemFix()
  const { icon: Icon, color } = looks[problem.severity]
  return (
    <li className="flex flex-col">
      <button
        type="button"
        onClick={() => goTo(actions, problem)}
        className="focus-ring flex items-start gap-2 px-4 py-1.5 text-left -outline-offset-2! hover:bg-hover"
      >
        <Icon aria-hidden className={cn('mt-0.5 size-4 shrink-0', color)} />
        <span className="min-w-0 flex-1">
          <span className="wrap-anywhere block text-ink">{t(problem.message)}</span>
          <Place problem={problem} />
        </span>
      </button>
      <Plugin problem={problem} />
      {problem.fix?.change === undefined || fix === undefined ? null : (
        <Button
          variant="ghost"
          size="sm"
          icon={<WandSparkles />}
          className="mb-1 ml-9 max-w-[calc(100%-3rem)] self-start text-accent"
          onClick={() => fix(problem)}
        >
          <span className="truncate">{problem.fix.label}</span>
        </Button>
      )}
    </li>
  )
}

/** For a step of a type that nobody here knows: the way to the plugin that brings it. */
function Plugin({ problem: { code, cause } }: { readonly problem: Problem }) {
  if (code !== 'graph.unknownStep' || typeof cause?.detail !== 'string') return null
  return (
    <Suspense fallback={null}>
      <div className="mr-4 mb-1 ml-10">
        <MissingPlugin type={cause.detail} />
      </div>
    </Suspense>
  )
}

function Place({ problem }: { readonly problem: Problem }) {
  const { facts } = useEditorInstance()
  const agent = useEditor(selectFileAgent)
  const { owner, titles } = describePlace(problem, agent, facts)
  return (
    <span className="block truncate text-ink-faint text-sm">
      <span className="font-medium">{owner}</span>
      {titles.length === 0 ? null : ` · ${titles.join(' › ')}`}
    </span>
  )
}

function goTo(actions: ReturnType<typeof useActions>, { agentId, stepId, path }: Problem): void {
  actions.showAgent(agentId)
  if (stepId !== undefined) {
    actions.focusField(path ?? 'nodeName', stepId)
    actions.askCanvas('reveal', [stepId])
    return
  }
  actions.focusField(path ?? '')
  if (path?.startsWith('stateType') === true) actions.showSide('state')
}
