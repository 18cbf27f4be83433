import { expect, test } from 'vitest'
import { createAgentConfig } from '../config/createAgentConfig.ts'
import { createDefaultRegistry } from '../registry/createDefaultRegistry.ts'
import { findInnerStep } from './findInnerStep.ts'

const registry = createDefaultRegistry()

const llm = { strategyType: 'llm', config: { promptTemplate: 'Sum up {cell}' } }
const rows = { strategyType: 'map', config: { over: 'item', itemField: 'cell', step: llm } }
const agent = {
  ...createAgentConfig({ name: 'S', fields: { list: { type: 'array' } } }),
  steps: [
    { id: 'each', strategyType: 'map', config: { over: 'list', step: rows } },
    { id: 'named', strategyType: 'map', config: { over: 'list', agent: 'other' } },
  ],
}
const find = (stepId: string, path: string) => findInnerStep({ agent, stepId, path }, registry)

test.each([
  ['each', 'config.over', 'map', 'config.over'],
  ['each', 'config.step.config.over', 'map', 'config.over'],
  ['each', 'config.step.config.step.config.promptTemplate', 'llm', 'config.promptTemplate'],
  ['each', 'config.stepover', 'map', 'config.stepover'],
  // Its agent stands elsewhere in the file.
  ['named', 'config.step.config.promptTemplate', 'map', 'config.step.config.promptTemplate'],
])('%s: %s belongs to a step of type %s', (stepId, path, type, inner) => {
  const found = find(stepId, path)
  expect(found.agent.steps.find(({ id }) => id === found.stepId)?.strategyType).toBe(type)
  expect(found.path).toBe(inner)
})

test('a setting of the step itself stands in the agent itself, and so does one of a step that is not there', () => {
  expect(find('each', 'config.over').agent).toBe(agent)
  expect(find('gone', 'config.step.config.over')).toEqual({ agent, stepId: 'gone', path: 'config.step.config.over' })
})

test('inside, the fields are those that an item is given', () => {
  const { agent: within } = find('each', 'config.step.config.over')
  expect(Object.keys(within.stateType.fields)).toEqual(expect.arrayContaining(['item', 'index']))
  expect(within.stateType.fields).not.toHaveProperty('list')
})
