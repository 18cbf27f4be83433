import { type AgentConfig, parseJson } from '@petal/core/model'
import { Dialog, Tabs } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useState } from 'react'
import { toAgentConfig } from '../../editor/AgentDocument.ts'
import { useEditor } from '../../editor/EditorContext.tsx'
import { selectFile } from '../../editor/selectors.ts'
import type { DrawPicture } from '../../share/AgentPicture.ts'
import { useWorkspaceState } from '../../storage/WorkspaceContext.tsx'
import { ExportDocument } from './ExportDocument.tsx'
import { ExportFile } from './ExportFile.tsx'
import { ExportPicture } from './ExportPicture.tsx'
import { findSecrets } from './findSecrets.ts'
import { SecretWarning } from './SecretWarning.tsx'

interface ExportDialogProps {
  readonly drawPicture: DrawPicture
  onClose(): void
}

/** The agent as a file to come back with, or as something to look at and to read. Never blocked. */
export function ExportDialog({ drawPicture, onClose }: ExportDialogProps) {
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('Export')}
      description={t(
        'The same agent always gives the same bytes, so that a version control system shows what changed.',
      )}
      size="tall"
      bodyClassName="flex flex-col px-0 pb-0"
    >
      <ExportBody drawPicture={drawPicture} />
    </Dialog>
  )
}

function ExportBody({ drawPicture }: Pick<ExportDialogProps, 'drawPicture'>) {
  const [tab, setTab] = useState('file')
  const agent = useEditor((state) => toAgentConfig(selectFile(state)))
  // With the texts of its documents, when they are to go along.
  const [whole, setWhole] = useState<AgentConfig>()
  const config = whole ?? agent
  const viewedText = useWorkspaceState((state) => state.viewedText)
  const secrets = findSecrets(viewedText === undefined ? config : parseJson(viewedText))
  return (
    <>
      {secrets.length === 0 ? null : (
        <div className="px-5 pb-3">
          <SecretWarning secrets={secrets} />
        </div>
      )}
      <Tabs
        label={t('Export as')}
        value={tab}
        onValueChange={setTab}
        className="flex-1"
        contentClassName="flex flex-col gap-4 p-5"
        tabs={[
          {
            id: 'file',
            label: t('Agent file'),
            content: <ExportFile agent={agent} config={config} onWhole={setWhole} />,
          },
          { id: 'picture', label: t('Picture'), content: <ExportPicture config={config} drawPicture={drawPicture} /> },
          { id: 'markdown', label: t('Markdown'), content: <ExportDocument config={config} kind="markdown" /> },
          { id: 'mermaid', label: t('Mermaid'), content: <ExportDocument config={config} kind="mermaid" /> },
        ]}
      />
    </>
  )
}
