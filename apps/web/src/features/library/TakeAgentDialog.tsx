import { parseAgentConfig } from '@petal/core/model'
import { Dialog, EmptyState } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Library } from 'lucide-react'
import { useActions, useEditor, useEditorInstance } from '../../editor/EditorContext.tsx'
import { lateActions } from '../../editor/lateActions.ts'
import { relativeTime } from '../../look/relativeTime.ts'
import type { AgentSummary } from '../../storage/LibrarySchema.ts'
import { toRecordProblem } from '../../storage/toRecordProblem.ts'
import { useWorkspace } from '../../storage/WorkspaceContext.tsx'
import { reportFault, reportProblem } from './reportProblem.ts'
import { useAgents } from './useAgents.ts'

/** Copies an agent of the library into the open file. */
export function TakeAgentDialog() {
  const open = useEditor((state) => state.session.dialog === 'takeAgent')
  const workspace = useWorkspace()
  const editor = useEditorInstance()
  const actions = useActions()
  const { agents } = useAgents()
  const others = agents.filter(({ id }) => id !== workspace.openId)
  const take = async ({ id, untrusted }: AgentSummary) => {
    const found = await workspace.library.read(id)
    const parsed = parseAgentConfig(found?.text ?? '')
    if (!parsed.ok) {
      reportProblem(toRecordProblem(parsed.error.toProblem()))
      return
    }
    const agentId = lateActions(editor).takeAgent(parsed.config)
    // What has not been looked at yet stays so, wherever it is copied to.
    if (untrusted) await workspace.distrust()
    actions.setDialog(undefined)
    if (agentId !== undefined) actions.showAgent(agentId)
  }
  return (
    <Dialog
      open={open}
      onOpenChange={(isOpen) => (isOpen ? undefined : actions.setDialog(undefined))}
      title={t('Take an agent from the library')}
      description={t('It is copied into this file, with the agents it calls. The one in the library stays as it is.')}
    >
      {others.length === 0 ? (
        <EmptyState icon={<Library />} title={t('No other agent yet')}>
          {t('Agents that you make or import stand in the library, and can be taken from there.')}
        </EmptyState>
      ) : (
        <ul className="flex max-h-96 flex-col overflow-y-auto">
          {others.map((agent) => (
            <li key={agent.id}>
              <button
                type="button"
                onClick={() => reportFault(take(agent))}
                className="focus-ring flex h-10 w-full items-center gap-3 rounded-md px-3 text-left hover:bg-hover"
              >
                <span className="min-w-0 flex-1 truncate font-medium text-ink">{agent.name}</span>
                <span className="shrink-0 text-ink-faint text-sm">{relativeTime(agent.updatedAt, Date.now())}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
