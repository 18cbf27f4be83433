import type { Problem } from '../errors/Problem.ts'
import type { AgentConfig } from './AgentConfig.ts'

/** What a search finds in a file's own agent and in the agents within the file, each problem saying where. */
export function inEveryAgent(
  config: AgentConfig,
  find: (agent: AgentConfig) => readonly Problem[],
): readonly Problem[] {
  const inner = Object.entries(config.agents ?? {}).flatMap(([agentId, agent]) =>
    find(agent).map((problem) => ({ ...problem, agentId })),
  )
  return inner.length === 0 ? find(config) : [...find(config), ...inner]
}
