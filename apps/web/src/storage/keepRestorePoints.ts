import { toAgentConfig } from '../editor/AgentDocument.ts'
import type { EditorStore } from '../editor/createEditorStore.ts'
import type { EditorState } from '../editor/EditorState.ts'
import { keepVersion } from './keepVersion.ts'
import type { VersionReason } from './LibrarySchema.ts'
import { reasonToKeep } from './reasonToKeep.ts'
import type { Workspace } from './Workspace.ts'

/**
 * Keeps what was there before changes of much at once, as they happen. Returns the way to stop.
 *
 * @param onFault hears that one could not be kept: the change itself is made, and can be undone, all the same.
 */
export function keepRestorePoints(
  store: Pick<EditorStore, 'subscribe'>,
  workspace: Workspace,
  onFault: (fault: unknown) => void,
): () => void {
  return store.subscribe((state, previous) => {
    const reason = reasonOf(state, previous)
    if (reason !== undefined) keepVersion(workspace, toAgentConfig(previous.history.present), { reason }).catch(onFault)
  })
}

function reasonOf(state: EditorState, previous: EditorState): VersionReason | undefined {
  if (state.history === previous.history || state.session.agentId !== previous.session.agentId) return undefined
  const entry = state.history.past.at(-1)
  // Only for a new entry is the newest snapshot what was there a moment ago: undo takes entries away.
  if (entry?.snapshot !== previous.history.present) return undefined
  return reasonToKeep(entry.label, previous.history.present, state.history.present)
}
