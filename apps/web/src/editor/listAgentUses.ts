import type { AgentConfig } from '@petal/core/model'
import type { StepFactsSource } from './createStepFacts.ts'
import { calledAgents } from './trail.ts'

/** How many steps and tools of a file name each of its agents. */
export function listAgentUses(file: AgentConfig, facts: StepFactsSource): ReadonlyMap<string, number> {
  const uses = new Map<string, number>()
  const note = (id: string) => uses.set(id, (uses.get(id) ?? 0) + 1)
  for (const agent of [file, ...Object.values(file.agents ?? {})]) {
    for (const step of agent.steps) for (const id of calledAgents(step, facts)) note(id)
    for (const tool of agent.tools ?? []) if (typeof tool.agent === 'string') note(tool.agent)
  }
  return uses
}
