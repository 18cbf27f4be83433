import { Button, IconButton, toast } from '@petal/ui'
import { t } from '@petal/ui/language'
import { ArrowLeft, Download, RotateCcw, Trash2 } from 'lucide-react'
import { relativeTime } from '../../../look/relativeTime.ts'
import { agentFileName, downloadText } from '../../../storage/downloadText.ts'
import type { AgentVersion } from '../../../storage/LibrarySchema.ts'
import { useWorkspace } from '../../../storage/WorkspaceContext.tsx'
import { reportFault } from '../reportProblem.ts'
import { describeVersion } from './describeVersion.ts'
import { useRestore } from './useRestore.ts'
import { VersionDifferences } from './VersionDifferences.tsx'
import type { VersionsProps } from './VersionsProps.ts'

interface VersionDetailProps extends VersionsProps {
  readonly version: AgentVersion
  onBack(): void
  onChanged(): Promise<void>
}

/** One version: what has changed since, and what can be done with it. */
export function VersionDetail({ agent, version, onBack, onChanged, onClose }: VersionDetailProps) {
  const { library } = useWorkspace()
  const restore = useRestore(agent, onClose)
  const remove = async () => {
    const store = await library.openVersions()
    await store.delete(version)
    await onChanged()
    const bringBack = async () => {
      await store.put(version)
      await onChanged()
    }
    toast(t('The version is deleted'), { action: { label: t('Undo'), onClick: () => reportFault(bringBack()) } })
  }
  return (
    <>
      <header className="flex flex-wrap items-center gap-2 border-line border-b bg-raised px-4 py-2">
        <IconButton label={t('All versions')} size="sm" className="sm:hidden" onClick={onBack}>
          <ArrowLeft />
        </IconButton>
        <div className="min-w-0 flex-1">
          <h3 dir="auto" className="truncate font-medium text-ink">
            {describeVersion(version)}
          </h3>
          <p className="truncate text-ink-faint text-sm">{relativeTime(version.at, Date.now())}</p>
        </div>
        <IconButton label={t('Delete this version')} onClick={() => reportFault(remove())}>
          <Trash2 />
        </IconButton>
        <IconButton label={t('Download')} onClick={() => downloadText(agentFileName(agent.name), version.text)}>
          <Download />
        </IconButton>
        <Button variant="primary" icon={<RotateCcw />} onClick={() => reportFault(restore(version))}>
          {t('Restore')}
        </Button>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto p-4">
        <VersionDifferences agentId={agent.id} text={version.text} name={describeVersion(version)} />
      </div>
    </>
  )
}
