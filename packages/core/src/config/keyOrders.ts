import type { KeyOrder } from './orderKeys.ts'

/** The order in which a file's keys are written, and the defaults it leaves out. Changing it changes every file. */
export const keyOrders = {
  agent: {
    keys: [
      '$schema',
      'version',
      'name',
      'description',
      'stateType',
      'llmConfig',
      'memory',
      'graphConfig',
      'loggingConfig',
      'checkpointer',
      'tools',
      'steps',
      'edges',
      'notes',
      'groups',
      'agents',
      'layout',
    ],
    defaults: { name: null, llmConfig: null, memory: null, checkpointer: null },
  },
  stateType: { keys: ['name', 'fields'] },
  stateField: { keys: ['type', 'reducer', 'default', 'input', 'description', 'schema'], defaults: { input: false } },
  llmConfig: {
    keys: ['provider', 'model', 'temperature', 'maxTokens', 'baseUrl', 'keyRef'],
    defaults: { temperature: 0, maxTokens: 1000 },
  },
  memory: {
    keys: ['memoryType', 'maxTokens', 'llmConfig', 'search', 'enabled'],
    defaults: { maxTokens: 500, enabled: true },
  },
  /** Model settings that leave the rest to others: nothing in them is a default. */
  ownModel: { keys: ['provider', 'model', 'temperature', 'maxTokens', 'baseUrl', 'keyRef'] },
  search: { keys: ['by', 'provider', 'model', 'baseUrl', 'keyRef'] },
  graphConfig: {
    keys: ['graphType', 'allowParallel', 'maxRetries', 'recursionLimit'],
    defaults: { graphType: 'linear', allowParallel: false, maxRetries: 3, recursionLimit: 25 },
  },
  loggingConfig: {
    keys: ['enabled', 'level', 'includeState'],
    defaults: { enabled: true, level: 'INFO', includeState: false },
  },
  checkpointer: { keys: ['type', 'config', 'enabled'], defaults: { config: null, enabled: true } },
  step: {
    keys: ['id', 'strategyType', 'nodeName', 'disabled', 'timeout', 'retry', 'onError', 'config'],
    defaults: { config: {}, disabled: false },
  },
  retry: {
    keys: ['maxRetries', 'backOff', 'waitMs'],
    defaults: { maxRetries: 3, backOff: 'exponential', waitMs: 500 },
  },
  onError: { keys: ['action', 'update', 'writes'], defaults: { action: 'stop' } },
  edge: { keys: ['from', 'exit', 'to', 'maxTurns', 'leaveBy'] },
} as const satisfies Record<string, KeyOrder>
