import type { Problem, State } from '@petal/core/model'
import type { GoOn } from './GoOn.ts'
import type { MissingKey } from './keyNeeds.ts'
import type { StrandedRun } from './RunThread.ts'

/** A run that is to begin, and how. */
export interface RunStart {
  readonly input: State
  readonly how: GoOn
}

/** What a start waits for: the person's consent, or keys. */
export type RunGate =
  /** Without a start something is to be tried, beside a run. */
  | { readonly kind: 'trust'; readonly start?: RunStart }
  | { readonly kind: 'keys'; readonly start: RunStart; readonly missing: readonly MissingKey[] }
  /** A run that waited for a person goes on, with the agent as it was: only its keys are asked for again. */
  | { readonly kind: 'keysAgain'; readonly goOn: GoOn; readonly missing: readonly MissingKey[] }

/** What the Run button and the panel need to know beside the run's own state. */
export interface RunActivity {
  readonly status: 'idle' | 'running' | 'stopping'
  readonly gate?: RunGate
  /** The agent has problems that keep it from running: which they are now, its plan says. */
  readonly refused?: true
  /** Why the last start came to nothing otherwise: it may not run here, or a fault before the first step. */
  readonly problems?: readonly Problem[]
  /** The run on screen, which waits, cannot go on here. */
  readonly stranded?: StrandedRun
  /** Fields of the run that waits are being set: it does not go on meanwhile. */
  readonly editing?: true
  /** Why the run that waits would not survive a reload. */
  readonly unkept?: Problem
}
