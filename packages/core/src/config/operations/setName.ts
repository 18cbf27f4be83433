import type { AgentConfig } from '../AgentConfig.ts'

/** Names the agent; `null` takes the name away. */
export function setName(config: AgentConfig, name: string | null): AgentConfig {
  return config.name === name ? config : { ...config, name }
}
