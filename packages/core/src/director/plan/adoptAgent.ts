import type { AgentConfig } from '../../config/AgentConfig.ts'
import type { StepRegistry } from '../../registry/StepRegistry.ts'
import type { StateField } from '../../state/StateType.ts'
import { MESSAGES } from '../../step/conversation.ts'
import { readSteps } from './readSteps.ts'

/**
 * An agent that a step gives whole, as it runs: a part of the agent that calls it. It has the caller's model, tools and
 * agents where it has none, is logged and tried again as the caller is, and its state has every field its steps write.
 */
export function adoptAgent(agent: AgentConfig, caller: AgentConfig, registry: StepRegistry): AgentConfig {
  const written = readSteps(agent.steps, registry, undefined).flatMap(({ enabled }) => enabled?.writes ?? [])
  const missing = written
    .filter((name) => name !== '' && !Object.hasOwn(agent.stateType.fields, name))
    .map((name): [string, StateField] => [name, { type: name === MESSAGES ? 'messages' : 'any' }])
  const { maxRetries } = caller.graphConfig
  const agents = { ...agent.agents, ...caller.agents }
  const tools = agent.tools ?? caller.tools
  return {
    ...agent,
    stateType: { ...agent.stateType, fields: { ...agent.stateType.fields, ...Object.fromEntries(missing) } },
    llmConfig: agent.llmConfig ?? caller.llmConfig,
    loggingConfig: caller.loggingConfig,
    graphConfig: { ...agent.graphConfig, maxRetries },
    agents,
    ...(tools === undefined ? {} : { tools }),
  }
}
