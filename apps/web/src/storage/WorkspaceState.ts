import type { Problem } from '@petal/core/model'
import type { AutosaveStatus } from './createAutosave.ts'
import type { AgentSummary } from './LibrarySchema.ts'

/** How the open agent stands with the store. */
export type SaveState = AutosaveStatus | { readonly status: 'closed' }

export interface WorkspaceState {
  readonly save: SaveState
  /** How many fields hold what was typed and is no part of the agent yet. */
  readonly typing: number
  /** True until a person has agreed to the first run of an agent from outside. */
  readonly untrusted: boolean
  /** The text of an agent that is open to be looked at only; undefined while the open one may be edited. */
  readonly viewedText: string | undefined
  /** Two tabs changed one agent and what is on screen became a copy. Until the person has seen it. */
  readonly keptBoth: { readonly mine: AgentSummary; readonly theirs: AgentSummary | undefined } | undefined
  /** Why the last agent asked for could not be opened. */
  readonly problem: Problem | undefined
  /** Counts up whenever the list of agents may have changed. */
  readonly listRevision: number
}

export const closedWorkspace: WorkspaceState = {
  save: { status: 'closed' },
  typing: 0,
  untrusted: false,
  viewedText: undefined,
  keptBoth: undefined,
  problem: undefined,
  listRevision: 0,
}
