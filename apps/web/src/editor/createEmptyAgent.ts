import { type AgentConfig, createAgentConfig } from '@petal/core/model'

/** A new agent: no steps yet, and one question that a person puts in. */
export function createEmptyAgent(name = 'Untitled agent'): AgentConfig {
  const fields = { question: { type: 'string', input: true } } as const
  return { ...createAgentConfig({ name: 'AgentState', fields }), name }
}
