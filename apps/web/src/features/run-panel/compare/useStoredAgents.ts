import type { AgentConfig } from '@petal/core/model'
import { useEffect, useState } from 'react'
import { useRunController } from '../../../runner/RunContext.tsx'

interface StoredAgents {
  readonly before: AgentConfig
  readonly after: AgentConfig
}

/** The agents of two stored runs as they were then: undefined while they are read, `lost` where one of them is not kept. */
export function useStoredAgents(beforeId: string, afterId: string): StoredAgents | 'lost' | undefined {
  const { archive } = useRunController()
  const [read, setRead] = useState<StoredAgents | 'lost'>()
  useEffect(() => {
    let current = true
    const set = (found: StoredAgents | 'lost') => current && setRead(found)
    Promise.all([archive.config(beforeId), archive.config(afterId)]).then(
      ([before, after]) => set(before === undefined || after === undefined ? 'lost' : { before, after }),
      () => set('lost'),
    )
    return () => {
      current = false
    }
  }, [archive, beforeId, afterId])
  return read
}
