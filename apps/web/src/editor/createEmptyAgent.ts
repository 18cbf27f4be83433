import { type AgentConfig, createAgentConfig } from '@petal/core/model'
import { t } from '@petal/ui/language'

/** A new agent: no steps yet, and one question that a person puts in. */
export function createEmptyAgent(name = t('Untitled agent')): AgentConfig {
  const fields = { question: { type: 'string', input: true } } as const
  return { ...createAgentConfig({ name: 'AgentState', fields }), name }
}
