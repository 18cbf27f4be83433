import { EmptyState } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Library } from 'lucide-react'
import type { AgentSummary } from '../../storage/LibrarySchema.ts'
import { AgentTile } from './AgentTile.tsx'
import { useUnreadable } from './useAgents.ts'

interface AgentGridProps {
  readonly agents: readonly AgentSummary[]
  /** True when a search has narrowed the list. */
  readonly searched: boolean
}

/** The agents as tiles. */
export function AgentGrid({ agents, searched }: AgentGridProps) {
  const unreadable = useUnreadable(agents)
  if (agents.length === 0) {
    return (
      <EmptyState icon={<Library />} title={searched ? t('No agent has this name') : t('No agents yet')}>
        {searched ? t('Search for a part of its name.') : t('Begin with a new one, or open an example and change it.')}
      </EmptyState>
    )
  }
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] gap-4">
      {agents.map((agent) => (
        <li key={agent.id}>
          <AgentTile agent={agent} problem={unreadable.get(agent.id)} />
        </li>
      ))}
    </ul>
  )
}
