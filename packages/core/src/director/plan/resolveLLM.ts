import { defaultLLM, type LLMConfig } from '../../config/AgentConfig.ts'
import { providerTable } from '../../models/providerTable.ts'

/**
 * The model settings of a step: its own, then the agent's, then `defaultLLM`.
 *
 * Field by field while the provider stays the same. A step that names another provider takes nothing from the agent: a
 * model name, an address or a key of one provider means nothing to another.
 */
export function resolveLLM(own: Partial<LLMConfig> | undefined, agent: LLMConfig | null): LLMConfig {
  const base = agent ?? defaultLLM
  if (own === undefined) return base
  if (own.provider === undefined || own.provider === base.provider) return { ...base, ...withoutGaps(own) }
  const { temperature, maxTokens } = defaultLLM
  return {
    provider: own.provider,
    model: providerTable[own.provider].defaultModel,
    temperature,
    maxTokens,
    ...withoutGaps(own),
  }
}

/** Settings without those left open: an empty text in a form means "not set". */
function withoutGaps(own: Partial<LLMConfig>): Partial<LLMConfig> {
  return Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined && value !== ''))
}
