import type { Json, RunOrigin } from '@petal/core/model'
import type { MarkedSteps } from '../editor/EditorState.ts'

/** How a run begins, or goes on after it waited. */
export interface GoOn {
  /** By question id; without any after a breakpoint. */
  readonly answer?: Json
  /** Only as far as the next step. */
  readonly step?: true
  /** Only until these steps are next, or a breakpoint before. */
  readonly until?: MarkedSteps
  /** Begins at a moment of another run. */
  readonly from?: RunOrigin
}
