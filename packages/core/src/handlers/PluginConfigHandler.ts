import type { StepRegistry } from '../registry/StepRegistry.ts'
import { DefinedStepHandler, type HandledStep } from './DefinedStepHandler.ts'
import type { StepConfigHandler } from './StepConfigHandler.ts'

/** The link for every other type in a registry. */
export class PluginConfigHandler extends DefinedStepHandler {
  readonly #registry: StepRegistry

  constructor(registry: StepRegistry, next?: StepConfigHandler) {
    super(next)
    this.#registry = registry
  }

  protected override find(type: string | undefined): HandledStep | undefined {
    const definition = type === undefined ? undefined : this.#registry.describe(type)
    if (type === undefined || definition === undefined) return undefined
    return { type, definition, createStrategy: () => this.#registry.getStrategy(type) }
  }
}
