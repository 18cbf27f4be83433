import { type AgentConfig, FORMAT_VERSION } from '@petal/core/model'

/** A new agent: no steps yet, one question coming in and one answer going out. */
export function createEmptyAgent(name = 'Untitled agent'): AgentConfig {
  return {
    version: FORMAT_VERSION,
    name,
    stateType: {
      name: 'AgentState',
      fields: { question: { type: 'string', input: true }, answer: { type: 'string' } },
    },
    steps: [],
    memory: null,
    graphConfig: { graphType: 'linear', allowParallel: false, maxRetries: 3, recursionLimit: 25 },
    llmConfig: null,
    loggingConfig: { enabled: false, level: 'INFO', includeState: false },
    checkpointer: null,
    layout: {},
  }
}
