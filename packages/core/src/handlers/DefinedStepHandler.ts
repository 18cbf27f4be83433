import { AgentError } from '../errors/AgentError.ts'
import type { StepFunction } from '../step/StepContext.ts'
import type { StepDefinition } from '../step/StepDefinition.ts'
import type { StepStrategy } from '../step/StepStrategy.ts'
import type { ResolvedStep } from './ResolvedStep.ts'
import { resolveStep } from './resolveStep.ts'
import { StepConfigHandler, type StepSettings } from './StepConfigHandler.ts'

/** What a link needs to know of a type to handle it. */
export interface HandledStep {
  readonly type: string
  readonly definition: StepDefinition
  createStrategy(): StepStrategy
}

/** A link that handles types by their definitions. */
export abstract class DefinedStepHandler extends StepConfigHandler {
  /** The type as this link knows it; nothing when it does not. */
  protected abstract find(type: string | undefined): HandledStep | undefined

  canHandle(type: string): boolean {
    return this.find(type) !== undefined
  }

  handle(config: StepSettings, type?: string): StepFunction | Promise<StepFunction> {
    const step = this.#require(type)
    const resolved = resolveStep(step.type, step.definition, config)
    const errors = resolved.problems.filter(({ severity }) => severity === 'error')
    if (errors[0] !== undefined) throw new AgentError(errors[0].code, errors[0].message, { problems: errors })
    const code = Object.fromEntries(
      (step.definition.codeSettings ?? []).filter((name) => name in config).map((name) => [name, config[name]]),
    )
    return step.createStrategy().createStep({ ...resolved.config, ...code })
  }

  protected override resolveOwn(config: StepSettings, type: string): ResolvedStep {
    const step = this.#require(type)
    return resolveStep(step.type, step.definition, config)
  }

  #require(type: string | undefined): HandledStep {
    const step = this.find(type)
    if (step !== undefined) return step
    throw new AgentError('graph.unknownStep', `No handler found for step type: ${type}`)
  }
}
