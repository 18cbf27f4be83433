import { type AgentDifference, diffAgents } from '@petal/core/model'
import { t } from '@petal/ui/language'
import { useMemo } from 'react'
import { DifferenceList } from '../../../look/difference/DifferenceList.tsx'
import { ShowOnCanvas } from '../../../look/difference/ShowOnCanvas.tsx'
import { useStoredAgents } from './useStoredAgents.ts'

interface ChangedAgentProps {
  /** The stored runs. */
  readonly beforeId: string
  readonly afterId: string
}

/** What was changed of the agent between two runs, as far as a run has anything to do with it. */
export function ChangedAgent({ beforeId, afterId }: ChangedAgentProps) {
  const agents = useStoredAgents(beforeId, afterId)
  const differences = useMemo(
    () => (typeof agents === 'object' ? diffAgents(agents.before, agents.after).filter(concernsRuns) : []),
    [agents],
  )
  if (agents === undefined) return null
  if (agents === 'lost')
    return <p className="text-ink-soft">{t('What the agent was like in one of these runs is not kept.')}</p>
  return (
    <div className="flex flex-col gap-3">
      <div className="self-end">
        <ShowOnCanvas title={t('Changes between two runs')} before={agents.before} after={agents.after} />
      </div>
      <DifferenceList differences={differences} />
    </div>
  )
}

/** Where cards stand, and what is noted beside them, no run can tell. */
function concernsRuns({ part, kind }: AgentDifference): boolean {
  return kind !== 'moved' && part !== 'note' && part !== 'group'
}
