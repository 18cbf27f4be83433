import type { Problem } from '../errors/Problem.ts'

/** What a search for plugins came to. */
export interface DiscoveryReport {
  /** The plugins that were registered. `source` is the module they stood in. */
  readonly found: readonly { readonly name: string; readonly source: string }[]
  /** What was passed over, and why, in plain words. */
  readonly skipped: readonly { readonly source: string; readonly reason: string }[]
  /** Modules that could not be loaded and plugins that could not be registered. */
  readonly problems: readonly Problem[]
}
