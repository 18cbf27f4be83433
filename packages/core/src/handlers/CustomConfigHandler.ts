import type { StepRegistry } from '../registry/StepRegistry.ts'
import { customStep } from '../steps/custom/custom.ts'
import { BuiltinStepHandler } from './BuiltinStepHandler.ts'
import type { StepConfigHandler } from './StepConfigHandler.ts'

/** The link for custom steps. Throws `Custom step must be callable` when there is neither a function nor code. */
export class CustomConfigHandler extends BuiltinStepHandler {
  constructor(next?: StepConfigHandler, registry?: StepRegistry) {
    super(customStep, next, registry)
  }
}
