import type { Problem } from '../errors/Problem.ts'
import type { StepRegistry } from '../registry/StepRegistry.ts'
import type { CodeSettings } from '../step/StepDefinition.ts'
import { checkCallable, customStep } from '../steps/custom/custom.ts'
import { BuiltinStepHandler } from './BuiltinStepHandler.ts'
import type { StepConfigHandler, StepSettings } from './StepConfigHandler.ts'

/** The link for custom steps. Refuses with `Custom step must be callable` when there is neither a function nor code. */
export class CustomConfigHandler extends BuiltinStepHandler {
  constructor(next?: StepConfigHandler, registry?: StepRegistry) {
    super(customStep, next, registry)
  }

  protected override check(config: StepSettings, code: CodeSettings): readonly Problem[] {
    return checkCallable(config.code, code)
  }
}
