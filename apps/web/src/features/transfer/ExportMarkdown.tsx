import { type AgentConfig, toMarkdown } from '@petal/core/model'
import { useMemo } from 'react'
import { useRegistry } from '../../editor/EditorContext.tsx'
import { agentFileName } from '../../storage/downloadText.ts'
import { UNNAMED } from '../../storage/toAgentDraft.ts'
import { ExportText } from './ExportText.tsx'

/** The agent as a document that a person reads, wherever Markdown is shown. */
export function ExportMarkdown({ config }: { readonly config: AgentConfig }) {
  const registry = useRegistry()
  const text = useMemo(() => toMarkdown(config, registry), [config, registry])
  return (
    <ExportText
      text={text}
      fileName={agentFileName(config.name ?? UNNAMED, 'md')}
      type="text/markdown"
      words="What the agent does, step by step, with its drawing. To read: it cannot be imported again."
    />
  )
}
