import type { Json } from '@petal/core/model'

/** How a run that waits goes on. */
export interface GoOn {
  /** By question id; without any after a breakpoint. */
  readonly answer?: Json
  /** Only as far as the next step. */
  readonly step?: true
}
