import type { StepRegistry } from '../registry/StepRegistry.ts'
import type { DefinedStep } from '../step/defineStep.ts'
import { DefinedStepHandler, type HandledStep } from './DefinedStepHandler.ts'
import type { StepConfigHandler } from './StepConfigHandler.ts'

/** A link for one built-in type. With a registry it takes the type as registered there: replaced, or left out. */
export abstract class BuiltinStepHandler extends DefinedStepHandler {
  readonly #step: DefinedStep
  readonly #registry: StepRegistry | undefined

  constructor(step: DefinedStep, next?: StepConfigHandler, registry?: StepRegistry) {
    super(next)
    this.#step = step
    this.#registry = registry
  }

  protected override find(type = this.#step.getName()): HandledStep | undefined {
    if (type !== this.#step.getName()) return undefined
    const definition = this.#registry === undefined ? this.#step.definition : this.#registry.describe(type)
    if (definition === undefined) return undefined
    return {
      type,
      definition,
      createStrategy: () => this.#registry?.getStrategy(type) ?? new (this.#step.getStrategy())(),
    }
  }
}
