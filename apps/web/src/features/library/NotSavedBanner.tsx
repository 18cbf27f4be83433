import { serializeAgentConfig } from '@petal/core/model'
import { Button } from '@petal/ui'
import { t } from '@petal/ui/language'
import { CloudOff } from 'lucide-react'
import { toAgentConfig } from '../../editor/AgentDocument.ts'
import { useEditorInstance } from '../../editor/EditorContext.tsx'
import { selectFile } from '../../editor/selectors.ts'
import { agentFileName, downloadText } from '../../storage/downloadText.ts'
import { UNNAMED } from '../../storage/toAgentDraft.ts'
import { useSaveState, useWorkspace } from '../../storage/WorkspaceContext.tsx'

/** Stays as long as the work is in this tab only. */
export function NotSavedBanner() {
  const save = useSaveState()
  const workspace = useWorkspace()
  const { store } = useEditorInstance()
  if (save.status !== 'failed') return null
  const download = () => {
    const config = toAgentConfig(selectFile(store.getState()))
    downloadText(agentFileName(config.name ?? UNNAMED), serializeAgentConfig(config))
  }
  return (
    <div role="alert" className="flex shrink-0 items-center gap-3 border-danger-line border-b bg-danger-soft px-4 py-2">
      <CloudOff aria-hidden className="size-4 shrink-0 text-danger" />
      <p className="flex-1 text-ink">
        <span className="font-medium">{t('Not saved.')}</span> {t(save.problem.message)}
      </p>
      <Button size="sm" onClick={download}>
        {t('Download')}
      </Button>
      <Button size="sm" onClick={() => workspace.save()}>
        {t('Try again')}
      </Button>
    </div>
  )
}
