import type { AgentConfig } from '../AgentConfig.ts'

/** Puts another agent in the place of one of the file's. The same configuration when there is none of that id. */
export function replaceAgent(config: AgentConfig, id: string, agent: AgentConfig): AgentConfig {
  const { agents = {} } = config
  if (!Object.hasOwn(agents, id)) return config
  const { agents: _own, ...next } = agent
  return { ...config, agents: { ...agents, [id]: next } }
}
