import type { AgentConfig } from '@petal/core/model'

/** The types of the steps of an agent, the agents within its file included. */
export function listStepTypesUsed(agent: AgentConfig): ReadonlySet<string> {
  const inner = Object.values(agent.agents ?? {}).flatMap((one) => [...listStepTypesUsed(one)])
  return new Set([...agent.steps.map(({ strategyType }) => strategyType), ...inner])
}
