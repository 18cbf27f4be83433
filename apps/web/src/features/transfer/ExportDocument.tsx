import { type AgentConfig, type StepRegistry, toMarkdown, toMermaid, withoutSecrets } from '@petal/core/model'
import { msg, t } from '@petal/ui/language'
import { useMemo } from 'react'
import { useRegistry } from '../../editor/EditorContext.tsx'
import { agentFileName } from '../../storage/downloadText.ts'
import { UNNAMED } from '../../storage/toAgentDraft.ts'
import { ExportText } from './ExportText.tsx'

interface DocumentKind {
  write(config: AgentConfig, registry: StepRegistry): string
  readonly ending: string
  readonly type: string
  /** What it is good for. */
  readonly words: string
}

/** A document that a person reads wherever Markdown is shown, and the graph alone, which many programs draw. */
const kinds = {
  markdown: {
    write: toMarkdown,
    ending: 'md',
    type: 'text/markdown',
    words: msg('What the agent does, step by step, with its drawing. To read: it cannot be imported again.'),
  },
  mermaid: {
    write: (config, registry) => toMermaid(withoutSecrets(config), registry),
    ending: 'mmd',
    type: 'text/plain',
    words: msg(
      'The graph as a text that GitHub, GitLab and many editors draw. To look at: it cannot be imported again.',
    ),
  },
} satisfies Record<string, DocumentKind>

interface ExportDocumentProps {
  readonly config: AgentConfig
  readonly kind: keyof typeof kinds
}

/** The agent as a text that is not its file. */
export function ExportDocument({ config, kind }: ExportDocumentProps) {
  const registry = useRegistry()
  const { write, ending, type, words } = kinds[kind]
  const text = useMemo(() => write(config, registry), [write, config, registry])
  return (
    <ExportText text={text} fileName={agentFileName(config.name ?? UNNAMED, ending)} type={type} words={t(words)} />
  )
}
