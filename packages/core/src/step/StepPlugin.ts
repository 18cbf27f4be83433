import type * as z from 'zod'
import { AgentError } from '../errors/AgentError.ts'
import type { StepDefinition } from './StepDefinition.ts'
import type { StepStrategy } from './StepStrategy.ts'

/** A class whose instances are strategies. */
export type StepStrategyClass<Config = unknown> = new () => StepStrategy<Config>

/**
 * One type of step as it is handed over: its name, the class of its strategy and the schema of its settings (petal's
 * `StepPlugin`). Extend it, or let `defineStep` do so. It cannot be instantiated itself.
 */
export abstract class StepPlugin<Config = unknown> {
  /** What the card and the form show. Without it they show what the name and the schema tell. */
  declare readonly definition?: StepDefinition<Config>

  constructor() {
    // `abstract` stops TypeScript only, which for the same reason holds this comparison to be pointless.
    if (new.target === (StepPlugin as unknown)) {
      throw new AgentError(
        'build.argument',
        "Can't instantiate abstract class StepPlugin: extend it and implement getName, getStrategy and getConfigSchema.",
      )
    }
  }

  /** The `strategyType` in configurations. */
  abstract getName(): string

  abstract getStrategy(): StepStrategyClass<Config>

  /** The zod schema of its settings: any zod object. */
  abstract getConfigSchema(): z.ZodType<Config>
}

/**
 * True for whatever has the three methods of a plugin. Judged by shape, because a plugin may have been bundled with a
 * copy of this package, where `instanceof` fails.
 */
export function isStepPlugin(value: unknown): value is StepPlugin {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['getName', 'getStrategy', 'getConfigSchema'].every((method) => typeof Reflect.get(value, method) === 'function')
  )
}
