import type { State } from '../state/StateType.ts'
import type { Services } from './Services.ts'

/** Which thread is edited, and with what services. */
export interface EditOptions {
  readonly threadId: string
  readonly services?: Services
}

/** What came of an edit. */
export interface ThreadEdit {
  /** What was set, as it was checked. */
  readonly values: State
  /** The whole state now. */
  readonly state: State
  /** The ids of the steps that will see it. */
  readonly stepIds: readonly string[]
  /** The run of a called agent whose state it is; without it that of the thread's own agent. */
  readonly path?: readonly string[]
  readonly key?: string
}
