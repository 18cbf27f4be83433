import { type AgentConfig, toMermaid, withoutSecrets } from '@petal/core/model'
import { useMemo } from 'react'
import { useRegistry } from '../../editor/EditorContext.tsx'
import { agentFileName } from '../../storage/downloadText.ts'
import { UNNAMED } from '../../storage/toAgentDraft.ts'
import { ExportText } from './ExportText.tsx'

/** The graph alone, as the text that many programs draw. */
export function ExportMermaid({ config }: { readonly config: AgentConfig }) {
  const registry = useRegistry()
  const text = useMemo(() => toMermaid(withoutSecrets(config), registry), [config, registry])
  return (
    <ExportText
      text={text}
      fileName={agentFileName(config.name ?? UNNAMED, 'mmd')}
      type="text/plain"
      words="The graph as a text that GitHub, GitLab and many editors draw. To look at: it cannot be imported again."
    />
  )
}
