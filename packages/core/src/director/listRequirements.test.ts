import { expect, it } from 'vitest'
import type { AgentConfig } from '../config/AgentConfig.ts'
import type { Json } from '../json/Json.ts'
import { listRequirements, type Requirements } from './listRequirements.ts'
import { createTestRegistry, toTestConfig } from './plan/testAgentConfig.ts'
import { planAgent } from './planAgent.ts'

const registry = createTestRegistry()

function requirementsOf(llmConfigs: readonly (Json | undefined)[], more: Partial<AgentConfig> = {}): Requirements {
  const steps = llmConfigs.map((llmConfig, index) => {
    const config: Readonly<Record<string, Json>> = {
      promptTemplate: 'Hi',
      ...(more.agents === undefined ? {} : { tools: (more.tools ?? []).map(({ name }) => String(name)) }),
      ...(llmConfig === undefined ? {} : { llmConfig }),
    }
    return [`s${index}`, { strategyType: 'llm', config }] as const
  })
  const config = toTestConfig({ steps: { ...Object.fromEntries(steps), run: { strategyType: 'opaque' } }, more })
  const result = planAgent(config, registry)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return listRequirements(result.plan, registry)
}

it('needs nothing for the practice model', () => {
  expect(requirementsOf([undefined])).toEqual({
    keys: [],
    keyRefs: [],
    hosts: [],
    providers: ['practice'],
    models: ['practice/practice'],
    code: ['run'],
    tools: [],
    codeTools: [],
  })
})

it('lists each key once per host it goes to, and whether it is required there', () => {
  const found = requirementsOf(
    [
      { provider: 'openai', model: 'gpt-4o' },
      { provider: 'openai', model: 'gpt-4o-mini' },
      { provider: 'openai', model: 'local', baseUrl: 'http://localhost:1234/v1' },
      { provider: 'ollama' },
      { provider: 'anthropic', keyRef: 'work' },
    ],
    { tools: [{ name: 'search' }, { name: 'search' }] },
  )
  const keys = found.keys.map(({ keyRef, host, required, stepIds }) => `${keyRef}@${host} ${required} ${stepIds}`)
  expect(keys).toEqual([
    'openai@api.openai.com true s0,s1',
    'openai@localhost:1234 false s2',
    'ollama@localhost:11434 false s3',
    'work@api.anthropic.com true s4',
  ])
  expect(found).toMatchObject({
    keyRefs: ['openai', 'ollama', 'work'],
    hosts: ['api.openai.com', 'localhost:1234', 'localhost:11434', 'api.anthropic.com'],
    providers: ['openai', 'ollama', 'anthropic'],
    tools: ['search'],
  })
})

it('leaves out an address that cannot be asked', () => {
  const config = toTestConfig({ steps: { a: { strategyType: 'llm', config: { promptTemplate: 'Hi' } } } })
  const result = planAgent(config, registry)
  if (!result.ok) throw new Error('expected a plan')
  const steps = result.plan.steps.map((step) => ({
    ...step,
    llm: { provider: 'openai', model: 'm', temperature: 0, maxTokens: 1, baseUrl: 'nowhere' } as const,
  }))
  expect(listRequirements({ ...result.plan, steps }, registry)).toMatchObject({
    keys: [],
    hosts: [],
    models: ['openai/m'],
  })
})

it('lists the servers that steps ask themselves, with the keys that go there', () => {
  const config = toTestConfig({
    fields: { base: { type: 'string', input: true }, found: { type: 'any' } },
    steps: {
      named: {
        strategyType: 'http',
        config: { url: 'https://a.example/x', key: { keyRef: 'shop' }, saves: [{ field: 'found' }] },
      },
      open: { strategyType: 'http', config: { url: '{base}/x' } },
      words: {
        strategyType: 'retrieve',
        config: { documents: [{ name: 'a', text: 'b' }], query: 'q', writes: 'found' },
      },
      meaning: {
        strategyType: 'retrieve',
        config: {
          documents: [{ name: 'a', text: 'b' }],
          query: 'q',
          writes: 'found',
          ranking: 'model',
          embedding: { provider: 'ollama' },
        },
      },
    },
  })
  const result = planAgent(config, registry)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  const { hosts, keys } = listRequirements(result.plan, registry)
  expect(hosts).toEqual(['a.example', 'any host that {base}/x names', 'localhost:11434'])
  expect(keys).toEqual([
    { keyRef: 'shop', host: 'a.example', required: true, stepIds: ['named'] },
    { keyRef: 'ollama', host: 'localhost:11434', required: false, stepIds: ['meaning'] },
  ])
})

it('lists what tools reach, those of called agents included, and no agent that nobody calls', () => {
  const inner = (provider: string, tools: AgentConfig['tools']): AgentConfig => ({
    ...toTestConfig({
      steps: {
        a: {
          strategyType: 'llm',
          config: {
            promptTemplate: 'x',
            llmConfig: { provider },
            tools: (tools ?? []).map(({ name }) => String(name)),
          },
        },
      },
    }),
    tools: tools ?? [],
  })
  const http = { kind: 'http', url: 'https://api.example.org/x', keyRef: 'weather' }
  const found = requirementsOf([{ provider: 'practice' }], {
    tools: [
      { kind: 'agent', name: 'helper', agent: 'first' },
      { ...http, name: 'rain' },
      { ...http, name: 'sun' },
      { kind: 'code', name: 'sum', code: 'return 1' },
    ],
    agents: {
      first: inner('ollama', [{ kind: 'agent', name: 'deeper', agent: 'second' }]),
      second: inner('openai', [{ kind: 'mcp', name: 'files', url: 'http://localhost:3001/mcp' }]),
      idle: inner('anthropic', []),
    },
  })
  expect(found).toMatchObject({
    hosts: ['localhost:11434', 'api.openai.com', 'api.example.org', 'localhost:3001'],
    providers: ['practice', 'ollama', 'openai'],
    tools: ['helper', 'rain', 'sun', 'sum', 'deeper', 'files'],
    codeTools: ['sum'],
    keyRefs: ['ollama', 'openai', 'weather'],
  })
  expect(found.keys.at(-1)).toEqual({
    keyRef: 'weather',
    host: 'api.example.org',
    required: true,
    stepIds: [],
    toolNames: ['rain', 'sun'],
  })
})

it('lists what the memory asks, on behalf of every step that asks a model', () => {
  const memory = { maxTokens: 500, enabled: true } as const
  const summary = requirementsOf([undefined, undefined], {
    memory: { ...memory, memoryType: 'summary', llmConfig: { provider: 'openai', model: 'small' } },
  })
  expect(summary.keys).toMatchObject([{ keyRef: 'openai', host: 'api.openai.com', stepIds: ['s0', 's1'] }])
  expect(summary.models).toEqual(['practice/practice', 'openai/small'])
  const search = { by: 'meaning', provider: 'google', model: 'embed', keyRef: 'mine' } as const
  const vector = requirementsOf([undefined], { memory: { ...memory, memoryType: 'vector', search } })
  expect(vector.keys).toMatchObject([{ keyRef: 'mine', host: 'generativelanguage.googleapis.com' }])
  expect(requirementsOf([undefined], { memory: { ...memory, memoryType: 'buffer', search } }).hosts).toEqual([])
  expect(requirementsOf([], { memory: { ...memory, memoryType: 'vector', search } }).hosts).toEqual([])
})
