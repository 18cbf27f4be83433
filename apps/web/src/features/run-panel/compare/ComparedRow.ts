import type { StateEditRecord, StepExecution } from '@petal/core/model'
import type { FieldDifference } from './listDifferences.ts'

/** One moment of two runs, side by side. */
export interface ComparedRow {
  /** `start`, or the ids of the executions, or which of what people edited. */
  readonly id: string
  readonly before: StepExecution | undefined
  readonly after: StepExecution | undefined
  /** What a person set in the state, where the row is about that. */
  readonly edits?: readonly [before: StateEditRecord | undefined, after: StateEditRecord | undefined]
  readonly kind: 'same' | 'different' | 'onlyBefore' | 'onlyAfter'
  /** What differs, in short: `output`, `went on by another exit`. */
  readonly notes: readonly string[]
  readonly fields: readonly FieldDifference[]
  /** The step found the same, and still gave something else: what ran within it may say why. */
  readonly fromWithin?: true
}
