import type { StepRegistry } from '../registry/StepRegistry.ts'
import { llmStep } from '../steps/llm/llm.ts'
import { BuiltinStepHandler } from './BuiltinStepHandler.ts'
import type { StepConfigHandler } from './StepConfigHandler.ts'

/** The link for model steps. A step without a prompt of its own is fine: it sends the history. */
export class LLMConfigHandler extends BuiltinStepHandler {
  constructor(next?: StepConfigHandler, registry?: StepRegistry) {
    super(llmStep, next, registry)
  }
}
