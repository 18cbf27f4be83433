import type { AgentConfig } from '@petal/core/model'
import type { Editor } from '../editor/createEditor.ts'
import type { KnownRevision, SaverTarget } from './AgentSaver.ts'
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
  /** Merges what another tab has saved into what is on screen; undefined: both are to be kept. */
  mergeTab(merge: TabMerge): Promise<KnownRevision | undefined>
}

/** What another tab has saved, too. */
export interface TabMerge {
  /** The agent's. */
  readonly id: string
  /** The text that both tabs began with. */
  readonly agreed: string
  /** Makes a change that is no edit: what is merged is saved by who asked for it. */
  quietly(change: () => void): void
}

export interface OpenOptions {
  /** Opens even though the work on screen could not be saved and will be lost. */
  readonly leaveUnsaved?: boolean
}

/** What is opened. */
export interface OpenTarget extends SaverTarget {
  /** Whether it comes from outside, so that its first run asks. */
  readonly untrusted: boolean
}
