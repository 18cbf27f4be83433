import type { DefinedStep } from '../step/defineStep.ts'
import { conditionStep } from './condition/condition.ts'
import { customStep } from './custom/custom.ts'
import { llmStep } from './llm/llm.ts'
import { outputStep } from './output/output.ts'
import { routerStep } from './router/router.ts'
import { setStep } from './set/set.ts'

/** Every type of step that comes with Petal, in the order the palette shows them. */
export const builtinSteps: readonly DefinedStep[] = [
  llmStep,
  customStep,
  conditionStep,
  routerStep,
  setStep,
  outputStep,
]
