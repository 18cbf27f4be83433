import type { AgentConfig } from '../../config/AgentConfig.ts'

/** An agent whose steps were taken apart or put together, or why that cannot be. */
export type Reshaped =
  | {
      readonly ok: true
      readonly config: AgentConfig
      /** The steps that came in the place of others. */
      readonly stepIds: readonly string[]
    }
  | { readonly ok: false; readonly reason: string }
