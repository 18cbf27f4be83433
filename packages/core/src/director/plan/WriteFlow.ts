import type { StepOrder } from './findOrder.ts'
import type { StepGraph } from './StepGraph.ts'

/** What is needed to know which fields have a value when a step begins. */
export interface WriteFlow {
  readonly graph: StepGraph
  readonly order: StepOrder
  readonly joins: ReadonlySet<number>
  /** Number of fields looked at. */
  readonly fields: number
  /** By step: the fields it writes, as numbers below `fields`; `all` for a step that may write any. */
  readonly writes: readonly (readonly number[] | 'all')[]
}
