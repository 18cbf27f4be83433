import { Button, EmptyState } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Trash2 } from 'lucide-react'
import { relativeTime } from '../../look/relativeTime.ts'
import { purgeAgent, restoreAgent } from '../../storage/agentActions.ts'
import type { AgentSummary } from '../../storage/LibrarySchema.ts'
import { useWorkspace } from '../../storage/WorkspaceContext.tsx'
import { reportFault } from './reportProblem.ts'

/** What was deleted and can still be brought back. */
export function TrashList({ agents }: { readonly agents: readonly AgentSummary[] }) {
  const workspace = useWorkspace()
  if (agents.length === 0) {
    return (
      <EmptyState icon={<Trash2 />} title={t('The trash is empty')}>
        {t('Deleted agents stay here for thirty days.')}
      </EmptyState>
    )
  }
  return (
    <ul className="flex flex-col divide-y divide-line rounded-xl border border-line bg-surface">
      {agents.map((agent) => (
        <li key={agent.id} className="flex items-center gap-3 px-3 py-2">
          <span className="min-w-0 flex-1">
            <span dir="auto" className="block truncate font-medium text-ink">
              {agent.name}
            </span>
            <span className="text-ink-faint text-sm">
              {t('deleted {relativeTime}', { relativeTime: relativeTime(agent.trashedAt ?? 0, Date.now()) })}
            </span>
          </span>
          <Button size="sm" onClick={() => reportFault(restoreAgent(workspace, agent.id))}>
            {t('Restore')}
          </Button>
          <Button size="sm" variant="ghost" onClick={() => reportFault(purgeAgent(workspace, agent.id))}>
            {t('Delete for good')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
