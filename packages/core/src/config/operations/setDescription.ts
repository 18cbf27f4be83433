import type { AgentConfig } from '../AgentConfig.ts'

/** Describes the agent in a sentence; an empty text takes the description away. */
export function setDescription(config: AgentConfig, description: string): AgentConfig {
  const { description: old, ...rest } = config
  if ((old ?? '') === description) return config
  return description === '' ? rest : { ...config, description }
}
