import { type Problem, parseAgentConfig } from '@petal/core/model'
import { toast } from '@petal/ui'
import { msg, t } from '@petal/ui/language'
import { useActions } from '../../../editor/EditorContext.tsx'
import { mendAgent } from '../../../storage/agentActions.ts'
import { findUnreadable } from '../../../storage/findUnreadable.ts'
import type { AgentVersion } from '../../../storage/LibrarySchema.ts'
import { useWorkspace } from '../../../storage/WorkspaceContext.tsx'
import { reportProblem } from '../reportProblem.ts'
import type { VersionsProps } from './VersionsProps.ts'

/** Makes a version what the agent is: one entry that can be undone, in the agent opened for it. */
export function useRestore(
  { id }: VersionsProps['agent'],
  onClose: () => void,
): (version: AgentVersion) => Promise<void> {
  const workspace = useWorkspace()
  const { replaceFile, setDialog } = useActions()
  return async (version) => {
    const parsed = parseAgentConfig(version.text)
    if (!parsed.ok) return reportProblem(parsed.error.toProblem())
    const obstacle = (await findUnreadable(workspace.library, [id])).get(id)
    // What a newer version has written is never written over: the earlier version opens beside it.
    let problem: Problem | undefined
    if (obstacle?.code === 'storage.newer') problem = await workspace.createAgent(parsed.config)
    else if (obstacle !== undefined) await mendAgent(workspace, id, parsed.config)
    else {
      problem = await workspace.open(id)
      if (problem === undefined) replaceFile(msg('Restore version'), parsed.config)
    }
    if (problem !== undefined) return reportProblem(problem)
    onClose()
    setDialog(undefined)
    const undoable = obstacle === undefined ? { description: t('Undo brings back what was there before.') } : {}
    toast.success(t('Version restored'), undoable)
  }
}
