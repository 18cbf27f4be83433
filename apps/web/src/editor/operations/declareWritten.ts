import { type AgentConfig, StateTypeFactory, setField } from '@petal/core/model'

/**
 * Declares the fields that a new step writes and the state does not have yet, so that what was just dropped runs. What
 * `messages` needs is added by the plan itself.
 */
export function declareWritten(agent: AgentConfig, written: readonly string[]): AgentConfig {
  const { fields } = StateTypeFactory.createWithMessages(agent.stateType)
  const missing = written.filter((name) => !Object.hasOwn(fields, name))
  return missing.reduce((declared, name) => setField(declared, name, { type: 'any' }), agent)
}
