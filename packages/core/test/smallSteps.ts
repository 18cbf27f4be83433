import type { StepConfig } from '../src/config/AgentConfig.ts'

/** A step that sets a field to the value of an expression, named like its id. */
export function setting(id: string, field: string, value: string): StepConfig {
  return { id, strategyType: 'set', nodeName: id, config: { values: [{ field, kind: 'expression', value }] } }
}

/** A step that asks a model. */
export const speaking: StepConfig = {
  id: 'speak',
  strategyType: 'llm',
  nodeName: 'Speak',
  config: { promptTemplate: 'Hi {a}' },
}
