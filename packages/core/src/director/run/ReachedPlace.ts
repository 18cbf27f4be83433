import type { State } from '../../state/StateType.ts'
import type { JournalRecord } from './Journal.ts'

/** What a thread had reached when it was paused. */
export interface ReachedPlace {
  readonly state: State
  /** The ids of the steps that ran. */
  readonly ran: readonly string[]
  /** What the steps that wait had done so far, by step id. */
  readonly records: ReadonlyMap<string, JournalRecord>
}
