import { Badge, type TabSpec, Tabs } from '@petal/ui'
import { t } from '@petal/ui/language'
import { BurstContext, type FormSlots } from '@petal/ui/schema-form'
import { type ReactNode, useCallback } from 'react'
import { useActions, useEditor, useProblems } from '../../editor/EditorContext.tsx'
import type { SideTab } from '../../editor/EditorState.ts'
import { listMistakes } from '../../editor/listMistakes.ts'
import { useWorkspace } from '../../storage/WorkspaceContext.tsx'
import { AgentTab } from './AgentTab.tsx'
import { leaveByEscape } from './leaveByEscape.ts'
import { StepTab } from './StepTab.tsx'
import { FormPartsContext } from './useFormParts.ts'

interface SidePanelProps {
  /** Draws the kinds of fields that need an editor. */
  readonly slots: FormSlots
  /** Names of the saved keys. */
  readonly keys: readonly string[]
  /** The agent's tools, in its tab. */
  readonly tools: ReactNode
  /** The other two tabs. */
  readonly statePanel: ReactNode
  readonly problemsPanel: ReactNode
}

/** The panel at the right: the step in hand, the agent, its state, and what is wrong. */
export function SidePanel({ slots, keys, tools, statePanel, problemsPanel }: SidePanelProps) {
  const actions = useActions()
  const { state } = useWorkspace()
  const onPending = useCallback(
    (isPending: boolean) => state.setState(({ typing }) => ({ typing: typing + (isPending ? 1 : -1) })),
    [state],
  )
  const tab = useEditor((state) => state.session.panels.sideTab)
  const problems = listMistakes(useProblems())
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const count =
    problems.length === 0 ? undefined : <Badge tone={errors > 0 ? 'danger' : 'warn'}>{problems.length}</Badge>
  const tabs: readonly (TabSpec & { readonly id: SideTab })[] = [
    { id: 'step', label: t('Step'), content: <StepTab /> },
    { id: 'agent', label: t('Agent'), content: <AgentTab tools={tools} /> },
    { id: 'state', label: t('State'), content: statePanel },
    { id: 'problems', label: t('Problems'), badge: count, content: problemsPanel },
  ]
  return (
    <FormPartsContext value={{ slots, keys }}>
      <BurstContext value={onPending}>
        <aside data-region="side" aria-label={t('Side panel')} className="h-full" onKeyDown={leaveByEscape}>
          <Tabs
            label={t('Side panel')}
            value={tab}
            onValueChange={(id) => {
              const chosen = tabs.find((candidate) => candidate.id === id)
              if (chosen !== undefined) actions.setPanels({ sideTab: chosen.id })
            }}
            tabs={tabs}
            className="h-full bg-surface"
            contentClassName="overscroll-contain"
          />
        </aside>
      </BurstContext>
    </FormPartsContext>
  )
}
