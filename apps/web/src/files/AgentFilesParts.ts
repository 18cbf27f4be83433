import type { StoreApi } from 'zustand/vanilla'
import type { Editor } from '../editor/createEditor.ts'
import type { Workspace } from '../storage/Workspace.ts'
import type { FilesState } from './FilesState.ts'
import type { FileDatabase } from './fileDatabase.ts'

/** What files of agents are opened and saved with. */
export interface AgentFilesParts {
  readonly workspace: Workspace
  readonly editor: Editor
  readonly database: FileDatabase
  readonly state: StoreApi<FilesState>
}
