import type { AgentConfig, KeyRequirement } from '@petal/core/model'
import type { RunRecord } from '../storage/LibrarySchema.ts'
import type { RunRecorder } from './createRunRecorder.ts'

/** A run that is under way, or can go on: with the agent as it was when it began. */
export interface RunThread {
  readonly id: string
  readonly agent: AgentConfig
  readonly recorder: RunRecorder
  readonly needs: readonly KeyRequirement[]
  /** Lets other tabs go on with it. */
  release(): void
}

/** Why a stored run cannot go on: `elsewhere`, another tab has it; `lost`, its agent was not kept; `gone`, its state. */
export type StrandedReason = 'elsewhere' | 'lost' | 'gone'

/** A stored run that is on screen, and cannot go on here. */
export interface StrandedRun {
  readonly record: RunRecord
  readonly reason: StrandedReason
}

/** What came of it. `busy`: another run is under way. */
export type RestoreOutcome = 'ready' | 'busy' | StrandedReason
