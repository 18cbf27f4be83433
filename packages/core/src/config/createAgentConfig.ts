import type { StateType } from '../state/StateType.ts'
import { type AgentConfig, FORMAT_VERSION } from './AgentConfig.ts'
import { graphConfigSchema } from './graphConfigSchema.ts'
import { loggingConfigSchema } from './loggingConfigSchema.ts'

/** An agent without steps, all settings at their defaults. */
export function createAgentConfig(stateType: StateType = { name: 'State', fields: {} }): AgentConfig {
  return {
    version: FORMAT_VERSION,
    name: null,
    stateType,
    steps: [],
    memory: null,
    graphConfig: graphConfigSchema.parse({}),
    llmConfig: null,
    loggingConfig: loggingConfigSchema.parse({}),
    checkpointer: null,
    layout: {},
  }
}
