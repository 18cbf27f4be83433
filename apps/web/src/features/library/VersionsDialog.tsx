import { parseAgentConfig } from '@petal/core/model'
import { Button, Dialog, toast } from '@petal/ui'
import { useEffect, useState } from 'react'
import { useActions } from '../../editor/EditorContext.tsx'
import { relativeTime } from '../../look/relativeTime.ts'
import { mendAgent } from '../../storage/agentActions.ts'
import { agentFileName, downloadText } from '../../storage/downloadText.ts'
import { findUnreadable } from '../../storage/findUnreadable.ts'
import type { AgentSummary, AgentVersion } from '../../storage/LibrarySchema.ts'
import { useWorkspace } from '../../storage/WorkspaceContext.tsx'
import { reportFault, reportProblem } from './reportProblem.ts'

interface VersionsDialogProps {
  readonly agent: AgentSummary
  readonly open: boolean
  onClose(): void
}

/** Earlier texts of an agent. Restoring one is an edit like any other, and can be undone. */
export function VersionsDialog({ agent, open, onClose }: VersionsDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      title={`Earlier versions of ${agent.name}`}
      description="The last twenty, and one a day for a month. Restoring can be undone."
    >
      <VersionList agent={agent} onClose={onClose} />
    </Dialog>
  )
}

function VersionList({ agent, onClose }: Omit<VersionsDialogProps, 'open'>) {
  const workspace = useWorkspace()
  const { replaceFile, setDialog } = useActions()
  const [versions, setVersions] = useState<readonly AgentVersion[]>([])
  useEffect(() => {
    reportFault(workspace.library.versions(agent.id).then(setVersions))
  }, [workspace, agent.id])
  const restore = async (version: AgentVersion) => {
    const parsed = parseAgentConfig(version.text)
    if (!parsed.ok) return reportProblem(parsed.error.toProblem())
    const obstacle = (await findUnreadable(workspace.library, [agent.id])).get(agent.id)
    // What a newer version has written is never written over: the earlier version opens beside it.
    if (obstacle?.code === 'storage.newer') await workspace.createAgent(parsed.config)
    else if (obstacle !== undefined) await mendAgent(workspace, agent.id, parsed.config)
    else if ((await workspace.open(agent.id)) === undefined) replaceFile('Restore version', parsed.config)
    onClose()
    setDialog(undefined)
    toast.success('Version restored')
  }
  if (versions.length === 0)
    return <p className="text-ink-soft">There are none yet: versions are kept as you go on editing.</p>
  return (
    <ul className="flex flex-col divide-y divide-line">
      {versions.map((version) => (
        <li key={version.rev} className="flex items-center gap-2 py-2">
          <span className="flex-1 text-ink">
            {relativeTime(version.at, Date.now())}
            <span className="text-ink-faint"> · {new Date(version.at).toLocaleString()}</span>
          </span>
          <Button size="sm" variant="ghost" onClick={() => downloadText(agentFileName(agent.name), version.text)}>
            Download
          </Button>
          <Button size="sm" onClick={() => reportFault(restore(version))}>
            Restore
          </Button>
        </li>
      ))}
    </ul>
  )
}
