import type { Json } from '@petal/core/model'
import type { MarkedSteps } from '../editor/EditorState.ts'

/** How a run that waits goes on. */
export interface GoOn {
  /** By question id; without any after a breakpoint. */
  readonly answer?: Json
  /** Only as far as the next step. */
  readonly step?: true
  /** Only until these steps are next, or a breakpoint before. */
  readonly until?: MarkedSteps
}
