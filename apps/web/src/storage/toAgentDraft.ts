import { type AgentConfig, type StepRegistry, serializeAgentConfig } from '@petal/core/model'
import { msg } from '@petal/ui/language'
import type { AgentDraft } from './Library.ts'
import { outlineAgent } from './outlineAgent.ts'

/** What a person reads where an agent has no name. */
export const UNNAMED = msg('Untitled agent')

/** The agent as the library keeps it. */
export function toAgentDraft(config: AgentConfig, registry: StepRegistry): AgentDraft {
  return {
    name: config.name ?? UNNAMED,
    text: serializeAgentConfig(config),
    stepCount: config.steps.length,
    outline: outlineAgent(config, registry),
  }
}
