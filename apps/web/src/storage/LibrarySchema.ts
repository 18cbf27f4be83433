import type { AgentConfig, Json, RunEvent } from '@petal/core/model'
import type { DBSchema } from 'idb'

/** The layout version of the database that this code reads and writes. */
export const LIBRARY_VERSION = 3

/** A picture of an agent small enough to keep in every list: boxes and the lines between them. */
export interface AgentOutline {
  readonly boxes: readonly { readonly x: number; readonly y: number; readonly kind: string }[]
  /** Pairs of indices into `boxes`. */
  readonly lines: readonly (readonly [from: number, to: number])[]
}

/** What a list of agents shows. Never the agent itself, so that a list can never overwrite one. */
export interface AgentSummary {
  readonly id: string
  readonly name: string
  /** 1 for a new agent, one more for every save. Decides about conflicts; the clock never does. */
  readonly rev: number
  /** Milliseconds since 1970, for people only. */
  readonly updatedAt: number
  readonly stepCount: number
  readonly outline: AgentOutline
  /** When it was put into the trash; without it the agent is in use. */
  readonly trashedAt?: number
  /** True until a person has agreed to a first run: it came from outside. */
  readonly untrusted?: boolean
}

/** The text of an agent's file, at one revision. */
export interface AgentRecord {
  readonly id: string
  readonly rev: number
  readonly text: string
}

/** The undo history that belongs to exactly this revision of an agent. */
export interface HistoryRecord {
  readonly id: string
  readonly rev: number
  readonly history: unknown
}

/** Why an earlier text was kept: what it comes from before. */
export type VersionReason =
  | { readonly kind: 'import' | 'reload' | 'restore' | 'replace' | 'tidy' | 'daily' }
  | { readonly kind: 'delete'; readonly stepCount: number }
  /** What was on screen, or the version of another tab or of the file. */
  | { readonly kind: 'merge'; readonly of: 'mine' | 'tab' | 'file' }

/** An earlier text of an agent, kept so that it can be brought back. */
export interface AgentVersion {
  readonly id: string
  /** The revision it was, or a little more for what was kept between that one and the next. */
  readonly rev: number
  readonly at: number
  readonly text: string
  /** Without one it was kept while the agent was edited. */
  readonly reason?: VersionReason
  /** What a person has called it: it stays until they delete it. */
  readonly name?: string
}

/** How a stored run ended. `running` after a reload means that it was interrupted. */
export type RunRecordStatus = 'running' | 'paused' | 'done' | 'failed' | 'stopped' | 'interrupted'

/** One run, without its events. */
export interface RunRecord {
  readonly runId: string
  readonly agentId: string
  readonly agentName: string
  /** 1, 2, 3 … over all runs of this browser: their order, whatever the clock says. */
  readonly order: number
  readonly startedAt: number
  readonly input: { readonly [field: string]: Json }
  readonly status: RunRecordStatus
  readonly threadId: string
  /** The step that was running last. */
  readonly lastStepId?: string
  /** How long it was at work so far, in milliseconds; what it waited does not count. */
  readonly workedMs?: number
  /** The fingerprint of the agent as it was when it began, by `hashConfig`. */
  readonly configHash?: string
}

/** A conversation with an agent that remembers: its runs go on from one another. */
export interface ThreadRecord {
  readonly threadId: string
  readonly agentId: string
  /** What the person called it, or the beginning of the first turn. */
  readonly name: string
  /** The newest turn, in short. */
  readonly lastTurn: string
  /** 1, 2, 3 … over all threads: the one that was used last has the highest, whatever the clock says. */
  readonly order: number
  /** Milliseconds since 1970, for people only. */
  readonly updatedAt: number
  /** When it was put into the trash; without it the thread is in use. */
  readonly trashedAt?: number
}

/** A part of a run's events, in order. */
export interface RunEventsRecord {
  readonly runId: string
  readonly index: number
  readonly events: readonly RunEvent[]
}

/** The agent as it was when a run of it began, so that the run goes on with that and no other. It holds no keys. */
export interface RunConfigRecord {
  readonly runId: string
  readonly config: AgentConfig
}

/** A remembered choice. */
export interface SettingRecord {
  readonly name: string
  readonly value: Json
}

/** The database of agents, runs and settings. Keys are kept in a database of their own. */
export interface LibrarySchema extends DBSchema {
  summaries: { key: string; value: AgentSummary }
  documents: { key: string; value: AgentRecord }
  histories: { key: string; value: HistoryRecord }
  versions: { key: [string, number]; value: AgentVersion }
  threads: { key: string; value: ThreadRecord; indexes: { byOrder: number } }
  runs: { key: string; value: RunRecord; indexes: { byOrder: number; byAgent: [string, number] } }
  runEvents: { key: [string, number]; value: RunEventsRecord }
  runConfigs: { key: string; value: RunConfigRecord }
  settings: { key: string; value: SettingRecord }
}
