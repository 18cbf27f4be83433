import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Editor } from '../editor/createEditor.ts'
import { openOnce } from '../page-models/openOnce.ts'
import type { Workspace } from '../storage/Workspace.ts'
import type { AgentFiles } from './AgentFiles.ts'
import { type FilesState, noFiles } from './FilesState.ts'

/** The way to files of this computer. What opens and saves them is fetched when it is first asked for. */
export interface Files {
  readonly state: StoreApi<FilesState>
  open(): Promise<AgentFiles>
}

export function createFiles(editor: Editor, workspace: Workspace): Files {
  const state = createStore<FilesState>(() => noFiles)
  return {
    state,
    open: openOnce(async () => (await import('./openAgentFiles.ts')).openAgentFiles({ editor, workspace, state })),
  }
}
