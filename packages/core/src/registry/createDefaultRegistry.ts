import { builtinSteps } from '../steps/builtinSteps.ts'
import { StepRegistry } from './StepRegistry.ts'

/** A new registry with every built-in type of step. */
export function createDefaultRegistry(): StepRegistry {
  const registry = new StepRegistry()
  for (const step of builtinSteps) registry.register(step.getName(), step.getStrategy())
  return registry
}
