import { toAgentConfig } from '../../../editor/AgentDocument.ts'
import { useActions, useEditor } from '../../../editor/EditorContext.tsx'
import { selectFile } from '../../../editor/selectors.ts'
import { UNNAMED } from '../../../storage/toAgentDraft.ts'
import { VersionsDialog } from './VersionsDialog.tsx'

/** The versions of the agent on screen. */
export function OpenAgentVersions() {
  const { setDialog } = useActions()
  const id = useEditor((state) => state.session.agentId)
  const name = useEditor((state) => toAgentConfig(selectFile(state)).name ?? UNNAMED)
  if (id === undefined) return null
  return <VersionsDialog agent={{ id, name }} open onClose={() => setDialog(undefined)} />
}
