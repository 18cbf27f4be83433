import { AgentError } from '../errors/AgentError.ts'
import type { Problem } from '../errors/Problem.ts'
import type { StepFunction } from '../step/StepContext.ts'
import { type CodeSettings, type StepDefinition, splitCodeSettings } from '../step/StepDefinition.ts'
import type { StepStrategy } from '../step/StepStrategy.ts'
import { withoutVersion } from './migrateSettings.ts'
import type { ResolvedStep } from './ResolvedStep.ts'
import { resolveStep } from './resolveStep.ts'
import { StepConfigHandler, type StepSettings } from './StepConfigHandler.ts'

/** What a link needs to know of a type to handle it. */
export interface HandledStep {
  readonly type: string
  readonly definition: StepDefinition
  createStrategy(): StepStrategy
}

/** A link that handles types by their definitions: defaults, migration, validation, creation. */
export abstract class DefinedStepHandler extends StepConfigHandler {
  /** The type as this link knows it; nothing when it does not. Without a type: the one it is for. */
  protected abstract find(type: string | undefined): HandledStep | undefined

  canHandle(type: string): boolean {
    return this.find(type) !== undefined
  }

  handle(config: StepSettings, type?: string): StepFunction | Promise<StepFunction> {
    const step = this.#require(type)
    const { settings, code } = splitCodeSettings(step.definition, config)
    const resolved = this.#resolve(step, settings, code)
    const errors = resolved.problems.filter(({ severity }) => severity === 'error')
    const [first] = errors
    if (first !== undefined) throw toError(first, errors)
    const ready = withoutVersion<unknown>(resolved.config)
    return step.createStrategy().createStep(Object.keys(code).length === 0 ? ready : { ...ready, ...code })
  }

  override resolve(type: string, config: StepSettings): ResolvedStep | undefined {
    const step = this.find(type)
    if (step === undefined) return this.next?.resolve(type, config)
    const { settings, code } = splitCodeSettings(step.definition, config)
    return this.#resolve(step, settings, code)
  }

  /** Problems beyond the definition's own, for a link that knows its type better. */
  protected check(_config: StepSettings, _code: CodeSettings): readonly Problem[] {
    return []
  }

  #resolve(step: HandledStep, settings: StepSettings, code: CodeSettings): ResolvedStep {
    const resolved = resolveStep(step.type, step.definition, settings)
    const found = this.check(resolved.config, code)
    return found.length === 0 ? resolved : { ...resolved, problems: [...resolved.problems, ...found] }
  }

  #require(type: string | undefined): HandledStep {
    const step = this.find(type)
    if (step !== undefined) return step
    throw new AgentError('graph.unknownStep', `No handler found for step type: ${type}`)
  }
}

function toError({ code, message, path }: Problem, problems: readonly Problem[]): AgentError {
  return new AgentError(code, message, { problems, ...(path === undefined ? {} : { path }) })
}
