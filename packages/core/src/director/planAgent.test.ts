import { describe, expect, it } from 'vitest'
import type { AgentConfig, StepConfig } from '../config/AgentConfig.ts'
import { createAgentConfig } from '../config/createAgentConfig.ts'
import type { Json } from '../json/Json.ts'
import { createDefaultRegistry } from '../registry/createDefaultRegistry.ts'
import type { AgentPlan } from './AgentPlan.ts'
import { createTestRegistry, type TestAgent, toTestConfig } from './plan/testAgentConfig.ts'
import { planAgent } from './planAgent.ts'
import { validateAgentConfig } from './validateAgentConfig.ts'

const registry = createTestRegistry()

function planOf(agent: TestAgent): AgentPlan {
  const result = planAgent(toTestConfig(agent), registry)
  if (result.ok) return result.plan
  throw new Error(JSON.stringify(result.problems))
}

const write = (...writes: readonly string[]): Partial<StepConfig> => ({ config: { writes } })
const choose: Partial<StepConfig> = { strategyType: 'choose' }

function graph(settings: Partial<AgentConfig['graphConfig']>): Partial<AgentConfig> {
  return { graphConfig: { ...createAgentConfig().graphConfig, ...settings } }
}

describe('a plan', () => {
  it('of a list of steps is a chain', () => {
    const { steps, edges } = planOf({
      steps: { a: {}, b: { nodeName: 'Second', timeout: 5 } },
      more: graph({ maxRetries: 1 }),
    })
    expect(edges).toEqual([
      { from: 'START', to: 'a', loop: false },
      { from: 'a', to: 'b', loop: false },
      { from: 'b', to: 'END', loop: false },
    ])
    expect(steps).toMatchObject([
      { id: 'a', index: 0, type: 'write', nodeName: 'write_step_0', retry: { maxRetries: 1 }, join: false },
      { id: 'b', index: 1, nodeName: 'Second', timeoutMs: 5, config: { when: 'true', writes: [] } },
    ])
  })

  it('marks joins and the edges that close loops, and keeps exits', () => {
    const { steps, edges } = planOf({
      steps: { f: {}, a: {}, b: {}, j: choose },
      edges: 'START>f f>a,b a>j b>j j.x>f j.y>END j.x>f',
    })
    expect(steps.filter(({ join }) => join).map(({ id }) => id)).toEqual(['j'])
    expect(edges.filter(({ loop }) => loop)).toEqual([{ from: 'j', exit: 'x', to: 'f', loop: true }])
    expect(edges).toHaveLength(7)
  })

  it('leaves out what is never reached', () => {
    const { steps, edges } = planOf({ steps: { a: {}, b: {}, c: {} }, edges: 'START>b c>b c>END' })
    expect(steps.map(({ id, index }) => `${id}${index}`)).toEqual(['b1'])
    expect(edges).toEqual([{ from: 'START', to: 'b', loop: false }])
  })

  it('adds messages when a step talks to a model', () => {
    const plain = planOf({ steps: { a: {} } })
    expect(plain).toMatchObject({ messagesAdded: false, stateType: { name: 'TestState', fields: {} } })
    const asking = planOf({ steps: { a: { strategyType: 'llm', config: { promptTemplate: 'Hi' } } } })
    expect(asking).toMatchObject({
      messagesAdded: true,
      stateType: { name: 'TestStateWithMessagesAddedByPetal', fields: { messages: { type: 'messages' } } },
    })
    const having = planOf({
      fields: { messages: { type: 'messages' } },
      steps: { a: { strategyType: 'llm', config: { promptTemplate: 'Hi' } } },
    })
    expect(having).toMatchObject({ messagesAdded: false, stateType: { name: 'TestState' } })
  })

  it('has the model of each step: its own settings, then the agent’s, then the practice model', () => {
    const llm = (llmConfig: Json): Partial<StepConfig> => ({
      strategyType: 'llm',
      config: { promptTemplate: 'Hi', llmConfig },
    })
    const steps = {
      a: { strategyType: 'llm', config: { promptTemplate: 'Hi' } },
      b: llm({ temperature: 1, model: '' }),
      c: llm({ provider: 'anthropic' }),
    }
    const agentLLM = { provider: 'openai', model: 'gpt-4o', temperature: 0.5, maxTokens: 7, keyRef: 'work' } as const
    const models = (llmConfig: AgentConfig['llmConfig']) =>
      planOf({ steps, more: { llmConfig } }).steps.map((item) => item.llm)
    expect(models(null)[0]).toEqual({ provider: 'practice', model: 'practice', temperature: 0, maxTokens: 1000 })
    expect(models(agentLLM)).toEqual([
      agentLLM,
      { ...agentLLM, temperature: 1 },
      { provider: 'anthropic', model: 'claude-haiku-4-5', temperature: 0, maxTokens: 1000 },
    ])
  })

  it('lets parallel branches add to lists and objects when the agent allows it', () => {
    const agent: TestAgent = {
      fields: { notes: { type: 'array' }, facts: { type: 'object' }, other: { type: 'array' } },
      steps: { a: write('notes', 'facts'), b: write('notes', 'facts', 'other') },
      edges: 'START>a,b',
      more: graph({ allowParallel: true }),
    }
    expect(planOf(agent).stateType.fields).toEqual({
      notes: { type: 'array', reducer: 'append' },
      facts: { type: 'object', reducer: 'merge' },
      other: { type: 'array' },
    })
    const texts: TestAgent = {
      ...agent,
      fields: { notes: { type: 'string' }, facts: { type: 'object' }, other: { type: 'array' } },
    }
    expect(validateAgentConfig(toTestConfig(texts), registry).map(({ code }) => code)).toEqual(['graph.parallelWrite'])
  })

  it('takes values only code can give into account', () => {
    const config = toTestConfig({ fields: { a: { type: 'any' } }, steps: { a: {} } })
    const result = planAgent(config, registry, { code: { a: { writes: ['a'] } } })
    expect(result.ok && result.plan.steps[0]?.writes).toEqual(['a'])
    const plain = planAgent(config, registry)
    expect(plain.ok && plain.plan.steps[0]?.writes).toEqual([])
  })
})

it('what is no configuration, or one without its defaults, is a matter of problems, too', () => {
  const builtin = createDefaultRegistry()
  // What a caller in JavaScript may hand over.
  const planAny = (config: object) => planAgent(config as AgentConfig, builtin)
  expect(planAny({})).toMatchObject({ ok: false, problems: [{ code: 'import.schema', path: 'stateType' }] })
  const steps = [{ strategyType: 'set', config: { values: [{ field: 'a', value: 'x' }] } }]
  expect(planAny({ stateType: { name: 'S', fields: { a: { type: 'string' } } }, steps })).toMatchObject({
    ok: true,
    plan: { steps: [{ id: 'set' }], recursionLimit: 25 },
  })
})
