import { expect, it, test } from 'vitest'
import type { AgentConfig } from '../../config/AgentConfig.ts'
import type { Problem } from '../../errors/Problem.ts'
import type { Json } from '../../json/Json.ts'
import { listRequirements } from '../listRequirements.ts'
import { planAgent } from '../planAgent.ts'
import { createTestRegistry, toTestConfig } from './testAgentConfig.ts'

const registry = createTestRegistry()
const fields = {
  list: { type: 'array', input: true },
  topic: { type: 'string', input: true },
  out: { type: 'array' },
} as const

type Settings = Readonly<Record<string, Json>>

/** An agent with a map over `list` that does one step per item. */
function mapOver(step: Settings, settings: Settings = {}, more: Partial<AgentConfig> = {}): AgentConfig {
  const config = { over: 'list', step, writes: 'out', ...settings }
  return toTestConfig({ fields, steps: { each: { strategyType: 'map', config } }, more })
}

const write = (config: Settings) => ({ strategyType: 'write', config })

const brief = ({ agentId, severity, code, stepId, path }: Problem) =>
  [agentId, severity, code, stepId, path].filter((part) => part !== undefined).join(' ')

const problemsOf = (config: AgentConfig) => planAgent(config, registry).problems

test.each<[string, AgentConfig, string[]]>([
  ['a good step', mapOver(write({ prompt: '{item} {index}', writes: ['r'] }), { output: 'r' }), []],
  [
    'an unknown variable in the prompt of the step',
    mapOver(write({ prompt: '{topic}' })),
    ['error template.unknownVar each config.step.config.prompt'],
  ],
  ['a field that is passed along', mapOver(write({ prompt: '{topic}' }), { inputs: [{ from: 'topic' }] }), []],
  [
    'an unknown type of step',
    mapOver({ strategyType: 'writ', config: {} }),
    ['error graph.unknownStep each config.step.strategyType'],
  ],
  ['settings that are wrong', mapOver(write({ prompt: 1 })), ['error step.config each config.step.config.prompt']],
  [
    'what the type itself finds',
    mapOver(write({ fault: 'odd' })),
    ['warning step.config each config.step.config.fault'],
  ],
  [
    'a model that cannot be asked',
    mapOver({
      strategyType: 'llm',
      config: { promptTemplate: '{item}', llmConfig: { provider: 'openai', baseUrl: 'no url' } },
    }),
    ['error provider.badRequest each config.step.config.llmConfig.baseUrl'],
  ],
  [
    'a result that nothing writes',
    mapOver(write({ writes: ['r'] }), { output: 's' }),
    ['error state.neverWritten each config.output'],
  ],
  ['a result that the step may write', mapOver({ strategyType: 'opaque', config: {} }, { output: 'r' }), []],
  ['nothing to do', mapOver({}), ['error step.config each config.step']],
  ['no list', mapOver(write({}), { over: 'topic' }), ['error step.config each config.over']],
  ['an unknown list', mapOver(write({}), { over: 'lists' }), ['error state.undeclared each config.over']],
  [
    'a field for the results that is not there',
    mapOver(write({}), { writes: 'outs' }),
    ['error state.undeclared each config.writes'],
  ],
  [
    'a field for the results that holds no list',
    mapOver(write({}), { writes: 'topic' }),
    ['error step.config each config.writes'],
  ],
  ['an agent that is not there', mapOver({}, { agent: 'nobody' }), ['error agent.unknown each config.agent']],
  ['two things of one name', mapOver(write({}), { indexField: 'item' }), ['error step.config each config.itemField']],
  [
    'a map within a map, deep down',
    mapOver({
      strategyType: 'map',
      config: { over: 'item', itemField: 'cell', step: write({ prompt: '{row}' }), writes: 'cells' },
    }),
    ['error template.unknownVar each config.step.config.step.config.prompt'],
  ],
])('%s', (_, config, expected) => {
  expect(problemsOf(config).map(brief)).toEqual(expected)
})

it('offers a fix where it can be made, at its place in the settings of the map', () => {
  const [problem] = problemsOf(mapOver(write({ prompt: '{itme}' })))
  expect(problem?.fix).toEqual({
    label: 'Replace with {item}',
    change: { stepId: 'each', path: 'config.step.config.prompt', value: '{item}' },
  })
})

function inner(steps: AgentConfig['steps'], more: Partial<AgentConfig> = {}): AgentConfig {
  return {
    ...toTestConfig({ fields: { item: { type: 'any', input: true }, r: { type: 'any' } }, steps: {} }),
    steps,
    ...more,
  }
}

const step = (config: Settings, strategyType = 'write') => ({ id: 'a', strategyType, config })
const calling = (agent: string) => step({ over: 'item', agent, writes: 'r', itemField: 'item' }, 'map')

test.each<[string, Settings, Readonly<Record<string, AgentConfig>>, string[]]>([
  ['an agent that suits', { agent: 'one', output: 'r' }, { one: inner([step({ writes: ['r'] })]) }, []],
  [
    'fields that the agent does not have',
    { agent: 'one', output: 's', itemField: 'thing' },
    { one: inner([step({ writes: ['r'] })]) },
    ['error state.undeclared each config.itemField', 'error state.undeclared each config.output'],
  ],
  [
    'an agent with a mistake of its own',
    { agent: 'one' },
    { one: inner([step({ prompt: '{no}' })]) },
    ['one error template.unknownVar a config.prompt'],
  ],
  [
    'an agent that nobody calls only warns',
    { step: write({}) },
    { one: inner([step({ prompt: '{no}' })]) },
    ['one warning template.unknownVar a config.prompt'],
  ],
  [
    'an agent that is called by way of another',
    { agent: 'one' },
    { one: inner([calling('two')]), two: inner([step({ prompt: '{no}' })]) },
    ['two error template.unknownVar a config.prompt'],
  ],
  [
    'an inner agent that calls one which is not there',
    { agent: 'one' },
    { one: inner([calling('gone')]) },
    ['one error agent.unknown a config.agent'],
  ],
  ['agents that call each other', { agent: 'one' }, { one: inner([calling('two')]), two: inner([calling('one')]) }, []],
])('%s', (_, settings, agents, expected) => {
  expect(problemsOf(mapOver({}, settings, { agents })).map(brief)).toEqual(expected)
})

const sub = (id: string, agent: string) => ({ id, strategyType: 'subagent', config: { agent } })

test.each<[string, Readonly<Record<string, AgentConfig>>, string[]]>([
  ['an agent that calls itself', { one: inner([sub('a', 'one')]) }, ['one a its own agent']],
  [
    'two that call each other',
    { one: inner([sub('a', 'two')]), two: inner([sub('b', 'one')]) },
    ['one a "two", which calls this agent again', 'two b "one", which calls this agent again'],
  ],
  [
    'one that calls two of that kind, and comes back from neither, is not the one to mend',
    { one: inner([sub('a', 'two')]), two: inner([sub('b', 'three')]), three: inner([sub('c', 'two')]) },
    ['two b "three", which calls this agent again', 'three c "two", which calls this agent again'],
  ],
  ['an agent that is not there leads nowhere', { one: inner([sub('a', 'gone')]) }, []],
  [
    'a call that one of two ways avoids',
    {
      one: inner([{ id: 'if', strategyType: 'choose', config: {} }, step({}), sub('b', 'one')], {
        edges: [
          { from: 'START', to: 'if' },
          { from: 'if', exit: 'x', to: 'a' },
          { from: 'if', exit: 'y', to: 'b' },
        ],
      }),
    },
    [],
  ],
  [
    'a call that both ways lead to',
    {
      one: inner(
        [{ id: 'if', strategyType: 'choose', config: {} }, step({}), { ...step({}), id: 'c' }, sub('b', 'one')],
        {
          edges: [
            { from: 'START', to: 'if' },
            { from: 'if', exit: 'x', to: 'a' },
            { from: 'if', exit: 'y', to: 'c' },
            { from: 'c', to: 'a' },
            { from: 'a', to: 'b' },
          ],
        },
      ),
    },
    ['one b its own agent'],
  ],
])('%s', (_, agents, expected) => {
  const config = toTestConfig({ fields, steps: { call: sub('call', 'one') }, more: { agents } })
  const found = problemsOf(config).filter(({ code }) => code === 'agent.recursive')
  expect(found.map(({ agentId, stepId, message }) => `${agentId} ${stepId} ${message}`)).toEqual(
    expected.map((start) => {
      const [agentId, stepId, ...whom] = start.split(' ')
      return expect.stringMatching(new RegExp(`^${agentId} ${stepId} ".*" calls ${whom.join(' ')} on every way`))
    }),
  )
})

it('finds the same again after an edit elsewhere, and something else after an edit within', () => {
  const config = mapOver(write({ prompt: '{no}' }), {}, { agents: { one: inner([step({ prompt: '{no}' })]) } })
  const first = problemsOf(config)
  expect(problemsOf({ ...config, name: 'Other' })).toEqual(first)
  expect(first).toHaveLength(2)
  expect(problemsOf({ ...config, agents: { one: inner([step({})]) } })).toHaveLength(1)
  const { steps } = mapOver(write({}))
  expect(problemsOf({ ...config, steps })).toHaveLength(1)
})

it('lists what the agents within would use, each as a need of the step that leads to it', () => {
  const llm = (model: string, keyRef: string) => ({
    strategyType: 'llm',
    config: { promptTemplate: '{item}', llmConfig: { provider: 'openai', model, keyRef } },
  })
  const agents = {
    one: inner([
      { id: 'a', ...llm('m1', 'k1') },
      { ...calling('two'), id: 'b' },
    ]),
    two: inner([
      { ...calling('one'), id: 'b' },
      { id: 'c', strategyType: 'opaque', config: {} },
    ]),
    unused: inner([{ id: 'a', ...llm('m9', 'k9') }]),
  }
  const config = toTestConfig({
    fields: { ...fields, more: { type: 'array' } },
    steps: {
      each: { strategyType: 'map', config: { over: 'list', agent: 'one', writes: 'out' } },
      inline: { strategyType: 'map', config: { over: 'list', step: llm('m2', 'k1'), writes: 'more' } },
    },
    more: { agents },
  })
  const result = planAgent(config, registry)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  const found = listRequirements(result.plan, registry)
  expect(found.models).toEqual(['openai/m1', 'openai/m2'])
  expect(found.code).toEqual(['each'])
  expect(found.keys.map(({ keyRef, stepIds }) => [keyRef, stepIds])).toEqual([['k1', ['each', 'inline']]])
})
