import type { Json } from '@petal/core/model'
import type { TabMessage } from './connectTabs.ts'
import type { RunStore } from './createRunStore.ts'
import type { ThreadStore } from './createThreadStore.ts'
import type { VersionStore } from './createVersionStore.ts'
import type { AgentSummary } from './LibrarySchema.ts'
import type { SettingChange } from './updateSetting.ts'

/** What the library needs to know of an agent to keep it. `text` is the whole file. */
export interface AgentDraft {
  readonly name: string
  readonly text: string
  readonly stepCount: number
  readonly outline: AgentSummary['outline']
}

/** One save: of this agent, made from this revision. */
export interface SaveRequest extends AgentDraft {
  readonly id: string
  /**
   * The revision the person was editing; 0 for an agent that is not stored yet. Another one in the store is a
   * conflict, and nothing is written.
   */
  readonly baseRev: number
  /** The undo history that leads to this text; anything the browser can clone. */
  readonly history?: unknown
  /** For an agent that is not stored yet: it comes from outside, so that its first run asks. */
  readonly untrusted?: boolean
}

export type SaveResult =
  | { readonly ok: true; readonly summary: AgentSummary }
  /** `found` is what stands in the store instead; undefined when the agent was deleted there. */
  | { readonly ok: false; readonly found: AgentSummary | undefined }

/** An agent as it was found. `text` may be damaged or newer: parsing decides. */
export interface OpenedAgent {
  readonly summary: AgentSummary
  readonly text: string
  /** The undo history, when it belongs to this very revision. */
  readonly history: unknown
}

/** Agents, their histories, runs and settings, kept in this browser. Every method rejects with a `storage.*` error. */
export interface Library {
  list(): Promise<readonly AgentSummary[]>
  read(id: string): Promise<OpenedAgent | undefined>
  create(draft: AgentDraft, options?: { readonly untrusted?: boolean }): Promise<AgentSummary>
  /** Resolves only after the transaction has completed. */
  save(request: SaveRequest): Promise<SaveResult>
  duplicate(id: string, name: string): Promise<AgentSummary | undefined>
  /** Into the trash, or out of it. */
  setTrashed(id: string, trashed: boolean): Promise<void>
  /** Deletes for good. */
  purge(id: string): Promise<void>
  /** Whether the agent may run without asking first. */
  setTrust(id: string, trusted: boolean): Promise<void>
  /** Earlier texts of agents; what reads and writes them is fetched on need. */
  openVersions(): Promise<VersionStore>
  readonly runs: RunStore
  readonly threads: ThreadStore
  getSetting(name: string): Promise<Json | undefined>
  setSetting(name: string, value: Json): Promise<void>
  /** Changes a setting that holds something of several agents, in one go. */
  updateSetting(name: string, change: SettingChange): Promise<void>
  /** Hears what other tabs have done. Returns the way to stop. */
  subscribe(listener: (message: TabMessage) => void): () => void
  close(): void
}
