import { isSameRun } from '@petal/core/model'
import { cn, IconButton, Select } from '@petal/ui'
import { t } from '@petal/ui/language'
import { ChevronRight, X } from 'lucide-react'
import { agentTitle } from '../../editor/agentTitle.ts'
import { useActions, useEditor } from '../../editor/EditorContext.tsx'
import { selectInnerRuns } from '../../editor/selectInnerRuns.ts'
import { selectFileAgent } from '../../editor/selectors.ts'

/** Above the canvas while an agent is opened in place: the way to it, and which of its runs the cards show. */
export function AgentTrail() {
  const file = useEditor(selectFileAgent)
  const trail = useEditor((state) => state.session.trail)
  const actions = useActions()
  const names = [agentTitle(file), ...trail.map(({ agentId }) => agentTitle(file.agents?.[agentId], agentId))]
  return (
    <nav
      aria-label={t('Opened agents')}
      className="absolute top-3 left-3 z-10 flex h-9 max-w-[calc(100%-1.5rem)] animate-fade-in items-center gap-0.5 rounded-lg border border-line bg-raised pr-1 pl-1.5 shadow-md"
    >
      <ol className="flex min-w-0 items-center">
        {names.map((name, depth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an agent that calls itself stands in it more than once
          <li key={depth} className="flex min-w-0 items-center">
            {depth === 0 ? null : <ChevronRight aria-hidden className="size-3.5 shrink-0 text-ink-faint" />}
            <button
              type="button"
              aria-current={depth === trail.length ? 'page' : undefined}
              onClick={() => actions.goBackTo(depth)}
              className={cn(
                'focus-ring h-7 min-w-0 max-w-56 truncate rounded-md px-1.5 hover:bg-hover',
                depth === trail.length ? 'font-semibold text-ink' : 'text-ink-soft',
              )}
            >
              {name}
            </button>
          </li>
        ))}
      </ol>
      <InnerRunPicker />
      <IconButton label={t('Back')} shortcut="Escape" size="sm" onClick={actions.closeAgent}>
        <X />
      </IconButton>
    </nav>
  )
}

/** Chooses which run is looked at, where there are several. */
function InnerRunPicker() {
  const runs = useEditor(selectInnerRuns)
  const chosen = useEditor((state) => state.session.trail.at(-1)?.run)
  const { chooseInnerRun } = useActions()
  if (runs.length < 2) return null
  const at = runs.findIndex((run) => isSameRun(run, chosen))
  return (
    <Select
      aria-label={t('Run to show')}
      size="sm"
      className="ml-1 w-32"
      value={String(at === -1 ? runs.length - 1 : at)}
      options={runs.map(({ status }, index) => ({
        value: String(index),
        label:
          status === 'failed'
            ? t('Run {number} of {total} (failed)', { number: index + 1, total: runs.length })
            : t('Run {number} of {total}', { number: index + 1, total: runs.length }),
      }))}
      onValueChange={(value) => {
        const run = runs[Number(value)]
        if (run !== undefined) chooseInnerRun(run)
      }}
    />
  )
}
