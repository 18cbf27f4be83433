import type { AgentConfig } from '../config/AgentConfig.ts'
import type { Problem } from '../errors/Problem.ts'
import type { StepRegistry } from '../registry/StepRegistry.ts'
import { planAgent } from './planAgent.ts'

/** Every problem of an agent, worst first: the same list that `planAgent` gives and the designer shows. */
export function validateAgentConfig(config: AgentConfig, registry: StepRegistry): readonly Problem[] {
  return planAgent(config, registry).problems
}
