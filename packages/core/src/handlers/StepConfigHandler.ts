import * as z from 'zod'
import { AgentError } from '../errors/AgentError.ts'
import { plainDefinition } from '../registry/describeStrategy.ts'
import type { StepFunction } from '../step/StepContext.ts'
import type { ResolvedStep } from './ResolvedStep.ts'
import { resolveStep } from './resolveStep.ts'

/** A step's settings as they come from a file or from code. */
export type StepSettings = Readonly<Record<string, unknown>>

const anySettings = z.looseObject({})

/**
 * A link of the chain that turns a step's configuration into a step (petal's `StepConfigHandler`): it takes the types
 * it can handle and passes the others on. It cannot be instantiated itself.
 */
export abstract class StepConfigHandler {
  /** The next link, asked for the types this one cannot handle. */
  readonly next: StepConfigHandler | undefined

  constructor(next?: StepConfigHandler) {
    // `abstract` stops TypeScript only, which for the same reason holds this comparison to be pointless.
    if (new.target === (StepConfigHandler as unknown)) {
      throw new AgentError(
        'build.argument',
        "Can't instantiate abstract class StepConfigHandler: extend it and implement canHandle and handle.",
      )
    }
    this.next = next
  }

  abstract canHandle(type: string): boolean

  /** The step function for these settings. Throws an `AgentError` when they cannot be used. */
  abstract handle(config: StepSettings, type?: string): StepFunction | Promise<StepFunction>

  /** The step function, made by the first link that can. Throws `No handler found for step type: x`. */
  process(type: string, config: StepSettings): StepFunction | Promise<StepFunction> {
    if (this.canHandle(type)) return this.handle(config, type)
    if (this.next !== undefined) return this.next.process(type, config)
    throw new AgentError('graph.unknownStep', `No handler found for step type: ${type}`)
  }

  /**
   * What the settings mean, without making the step; nothing for a type no link knows. Never throws for bad settings. Of
   * a link written by hand nothing more is known than that it can handle the type.
   */
  resolve(type: string, config: StepSettings): ResolvedStep | undefined {
    if (!this.canHandle(type)) return this.next?.resolve(type, config)
    return resolveStep(
      type,
      plainDefinition(type, anySettings, () => this.handle(config, type)),
      config,
    )
  }
}
