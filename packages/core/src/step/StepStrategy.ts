import { AgentError } from '../errors/AgentError.ts'
import type { StepFunction } from './StepContext.ts'

/**
 * Makes the step function of one type of step from its settings (petal's `StepStrategy`).
 * Extend it, or let `defineStep` do so. It cannot be instantiated itself.
 */
export abstract class StepStrategy<Config = unknown> {
  constructor() {
    // `abstract` stops TypeScript only, which for the same reason holds this comparison to be pointless.
    if (new.target === (StepStrategy as unknown)) {
      throw new AgentError(
        'build.argument',
        "Can't instantiate abstract class StepStrategy: extend it and implement createStep and getNodeName.",
      )
    }
  }

  /** The step function for these settings. Throws an `AgentError` when they cannot work. */
  abstract createStep(config: Config): StepFunction | Promise<StepFunction>

  /** The name shown for the step at this 0-based position, such as `llm_step_0`. */
  abstract getNodeName(index: number): string
}
