import type { AgentConfig } from '../AgentConfig.ts'

/** Removes an agent from those of the file. The same configuration when there is none of that id. */
export function removeAgent(config: AgentConfig, id: string): AgentConfig {
  if (!Object.hasOwn(config.agents ?? {}, id)) return config
  const { agents = {}, ...rest } = config
  const left = Object.entries(agents).filter(([other]) => other !== id)
  return left.length === 0 ? rest : { ...rest, agents: Object.fromEntries(left) }
}
