import { addStep, createAgentConfig, createDefaultRegistry, planAgent, type StepConfig } from '@petal/core/model'
import { expect, test } from 'vitest'
import { createStepFacts } from '../editor/createStepFacts.ts'
import { toStepTrial } from './toStepTrial.ts'

const registry = createDefaultRegistry()
const facts = createStepFacts(registry)
const when = { branches: [{ name: 'long', when: 'length(text) > 3' }] }
const step: StepConfig = {
  id: 'choose',
  strategyType: 'condition',
  config: when,
  retry: { maxRetries: 3, waitMs: 1, backOff: 'fixed' },
  onError: { action: 'exit' },
}
const agent = addStep(createAgentConfig({ name: 'S', fields: { text: { type: 'string', input: true } } }), {
  id: 'after',
  strategyType: 'output',
  config: { template: '{text}' },
})

test('the step stands alone, is tried once, and every way out of it ends the trial', () => {
  const trial = toStepTrial({ ...agent, memory: { memoryType: 'buffer', maxTokens: 9, enabled: true } }, step, facts)
  const planned = planAgent(trial, registry)
  expect(planned.problems).toEqual([])
  expect(trial.steps).toEqual([{ id: 'choose', strategyType: 'condition', config: when }])
  expect(trial.edges?.map(({ from, exit, to }) => [from, exit, to])).toEqual([
    ['START', undefined, 'choose'],
    ['choose', 'long', 'END'],
    ['choose', 'else', 'END'],
  ])
  expect(trial).toMatchObject({ memory: null, graphConfig: { maxRetries: 0 } })
})
