import type { AgentConfig } from '@petal/core/model'
import { toAgentConfig } from '../editor/AgentDocument.ts'
import type { EditorStore } from '../editor/createEditorStore.ts'
import { type StoredHistory, toStoredHistory } from './storedHistory.ts'

/** What is to be saved of an editor: the agent on screen and the undo history that leads to it. */
export function takeSnapshot(store: Pick<EditorStore, 'getState'>): {
  readonly config: AgentConfig
  readonly history: StoredHistory
} {
  const { history } = store.getState()
  return { config: toAgentConfig(history.present), history: toStoredHistory(history) }
}
