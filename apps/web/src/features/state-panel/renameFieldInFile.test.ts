import { type AgentConfig, createAgentConfig, createDefaultRegistry, type StepConfig } from '@petal/core/model'
import { expect, test } from 'vitest'
import { createStepFacts } from '../../editor/createStepFacts.ts'
import { renameFieldInFile } from './renameFieldInFile.ts'

const registry = createDefaultRegistry()
const known = { registry, facts: createStepFacts(registry) }

function agentWith(...steps: readonly StepConfig[]): AgentConfig {
  const fields = { old: { type: 'string', input: true }, other: { type: 'string' } } as const
  return { ...createAgentConfig({ name: 'State', fields }), steps }
}

const ask = { id: 'ask', strategyType: 'llm', config: { promptTemplate: '{old}', writes: 'old' } }
const call = (agent: string): StepConfig => ({
  id: 'call',
  strategyType: 'subagent',
  config: {
    agent,
    inputs: [{ input: 'old', field: 'old' }],
    outputs: [{ output: 'old', field: 'old' }],
  },
})
const each: StepConfig = {
  id: 'each',
  strategyType: 'map',
  config: { over: 'old', agent: 'check', inputs: [{ from: 'old', to: 'old' }], output: 'old' },
}
const parameters = { type: 'object', properties: { old: { type: 'string' }, more: {} }, required: ['old'] }
const file: AgentConfig = {
  ...agentWith(ask, call('check'), call('write'), each),
  tools: [{ kind: 'agent', name: 'run', agent: 'check', output: 'old', parameters }],
  agents: { check: agentWith(ask), write: agentWith(call('check')) },
}

const renamed = renameFieldInFile(file, 'check', known, { from: 'old', to: 'text' })

test('the agent itself follows, as the only one', () => {
  expect(Object.keys(renamed.agents?.check?.stateType.fields ?? {})).toEqual(['text', 'other'])
  expect(renamed.agents?.check?.steps[0]?.config).toEqual({ promptTemplate: '{text}', writes: 'text' })
  expect(renamed.stateType).toBe(file.stateType)
  expect(renamed.steps[0]).toBe(file.steps[0])
})

test('steps that call it name the field anew, and their own fields as before', () => {
  const follows = {
    agent: 'check',
    inputs: [{ input: 'text', field: 'old' }],
    outputs: [{ output: 'text', field: 'old' }],
  }
  expect(renamed.steps[1]?.config).toEqual(follows)
  expect(renamed.agents?.write?.steps[0]?.config).toEqual(follows)
  expect(renamed.steps[2]).toBe(file.steps[2])
  expect(renamed.steps[3]?.config).toEqual({
    ...each.config,
    inputs: [{ from: 'old', to: 'text' }],
    output: 'text',
  })
})

test('a name that was left out because it is the usual one is written down', () => {
  const agents = { check: { ...agentWith(), stateType: { name: 'S', fields: { item: { type: 'any' } } } } } as const
  const { steps } = renameFieldInFile({ ...file, agents }, 'check', known, { from: 'item', to: 'letter' })
  expect(steps[3]?.config).toEqual({ ...each.config, itemField: 'letter' })
})

test('a tool that runs it takes its arguments by the new name', () => {
  expect(renamed.tools).toEqual([
    {
      kind: 'agent',
      name: 'run',
      agent: 'check',
      output: 'text',
      parameters: { type: 'object', properties: { text: { type: 'string' }, more: {} }, required: ['text'] },
    },
  ])
})

test('a field of the file’s own agent changes nothing in the others', () => {
  const own = renameFieldInFile(file, undefined, known, { from: 'old', to: 'text' })
  expect(own.steps[1]?.config).toEqual({
    agent: 'check',
    inputs: [{ input: 'old', field: 'text' }],
    outputs: [{ output: 'old', field: 'text' }],
  })
  expect(own.agents).toBe(file.agents)
})

/** A call without a mapping, of an agent that takes `old` and gives `other`. */
const plain: StepConfig = { id: 'call', strategyType: 'subagent', config: { agent: 'check' } }
const byName: AgentConfig = { ...agentWith(plain), agents: { check: agentWith(ask), write: agentWith(plain) } }

test.each([
  ['old', { inputs: [{ input: 'old', field: 'text' }] }],
  ['other', { outputs: [{ output: 'other', field: 'text' }] }],
])('what passes by its name goes on passing when the caller renames it: %s', (from, mapping) => {
  const { steps, agents } = renameFieldInFile(byName, undefined, known, { from, to: 'text' })
  expect(steps[0]?.config).toEqual({ agent: 'check', ...mapping })
  expect(agents).toBe(byName.agents)
})

test.each([
  ['old', { inputs: [{ input: 'text', field: 'old' }] }],
  ['other', { outputs: [{ output: 'text', field: 'other' }] }],
])('and when the agent that is called renames it: %s', (from, mapping) => {
  const { steps, agents } = renameFieldInFile(byName, 'check', known, { from, to: 'text' })
  expect(steps[0]?.config).toEqual({ agent: 'check', ...mapping })
  expect(agents?.write?.steps[0]?.config).toEqual({ agent: 'check', ...mapping })
})

test('a mapping that names the field already, and a field of one side only, stay as they are', () => {
  const listed = {
    ...plain,
    config: { agent: 'check', inputs: [{ input: 'old', kind: 'template', value: '{other}' }] },
  }
  const file: AgentConfig = { ...byName, steps: [listed] }
  expect(renameFieldInFile(file, undefined, known, { from: 'old', to: 'text' }).steps[0]).toBe(listed)
})
