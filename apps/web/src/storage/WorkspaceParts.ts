import type { AgentConfig } from '@petal/core/model'
import type { Editor } from '../editor/createEditor.ts'
import type { Address } from './address.ts'
import type { Library } from './Library.ts'

/** What a workspace works with. */
export interface WorkspaceParts {
  readonly library: Library
  readonly editor: Editor
  readonly address: Address
  /** For what is unsaved when the page goes away. */
  readonly rescue: Storage
  /** What a first visit opens. */
  firstAgent(): Promise<AgentConfig>
}

export interface OpenOptions {
  /** Opens even though the work on screen could not be saved and will be lost. */
  readonly leaveUnsaved?: boolean
}
