import type { AgentConfig, StepConfig } from '../config/AgentConfig.ts'
import { AgentError } from '../errors/AgentError.ts'
import type { StepRegistry } from '../registry/StepRegistry.ts'
import { knownKeys } from '../step/schemaTree.ts'

/** What is said when there is no step, and when the step added last does not take the setting. */
interface Refusals {
  readonly none: string
  other(type: string): string
}

/** The step added last, which must be of a type that has this setting. Throws an `AgentError` `build.order`. */
export function requireLastStep(
  config: AgentConfig,
  registry: StepRegistry,
  setting: string,
  refusals: Refusals,
): StepConfig {
  const step = config.steps.at(-1)
  if (step === undefined) throw new AgentError('build.order', refusals.none)
  const schema = registry.describe(step.strategyType)?.schema
  if (schema !== undefined && knownKeys(schema)?.includes(setting)) return step
  throw new AgentError('build.order', refusals.other(step.strategyType), { stepId: step.id })
}
