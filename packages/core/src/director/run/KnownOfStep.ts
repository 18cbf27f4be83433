import type { Summaries } from '../memory/ThreadMemory.ts'

/** What a thread knows when a step is opened. */
export interface KnownOfStep {
  /** How often the step ran, as the thread counted it; left out: as this session did. */
  readonly ranBefore?: number | undefined
  readonly summaries?: Summaries
}
