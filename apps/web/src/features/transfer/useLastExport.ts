import { type AgentConfig, type AgentDifference, diffAgents, parseAgentConfig } from '@petal/core/model'
import { useEffect, useState } from 'react'
import { useEditor } from '../../editor/EditorContext.tsx'
import { useWorkspace } from '../../storage/WorkspaceContext.tsx'

interface LastExport {
  /** What changed since the agent was last exported; undefined when it never was. */
  readonly differences: readonly AgentDifference[] | undefined
  /** What was exported then. */
  readonly last: AgentConfig | undefined
  /** This text has been exported now. */
  remember(text: string): void
}

/** Remembers, per agent, what was exported last. Where nothing can be remembered, there is no last export. */
export function useLastExport(config: AgentConfig): LastExport {
  const { library } = useWorkspace()
  const agentId = useEditor((state) => state.session.agentId)
  const name = `exported:${agentId}`
  const [last, setLast] = useState<AgentConfig>()
  useEffect(() => {
    let current = true
    library.getSetting(name).then(
      (text) => {
        const parsed = typeof text === 'string' ? parseAgentConfig(text) : undefined
        if (current) setLast(parsed?.ok ? parsed.config : undefined)
      },
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [library, name])
  return {
    last,
    differences: last === undefined ? undefined : diffAgents(last, config),
    remember: (text) => {
      library.setSetting(name, text).catch(() => undefined)
    },
  }
}
