import {
  type AgentConfig,
  addStep,
  createAgentConfig,
  createDefaultRegistry,
  listRequirements,
  planAgent,
} from '@petal/core/model'
import { describe, expect, it } from 'vitest'
import { Keyring } from '../storage/Keyring.ts'
import { findMissingKeys, withoutFixed } from './keyNeeds.ts'
import { previewRequirements } from './previewRequirements.ts'
import { replaceModel } from './replaceModel.ts'

const registry = createDefaultRegistry()
const noDatabase = { list: async () => [], put: async () => undefined, remove: async () => undefined }

function twoSteps(agentModel: AgentConfig['llmConfig']): AgentConfig {
  const own = { provider: 'anthropic', model: 'claude' }
  const first = addStep(createAgentConfig(), {
    id: 'own',
    strategyType: 'llm',
    config: { promptTemplate: 'a', llmConfig: own },
  })
  const second = addStep(first, { id: 'agents', strategyType: 'llm', config: { promptTemplate: 'b' } })
  const third = addStep(second, { id: 'agents-2', strategyType: 'llm', config: { promptTemplate: 'c' } })
  return { ...third, llmConfig: agentModel }
}

const openai = { provider: 'openai', model: 'm', temperature: 0, maxTokens: 10 } as const

function needsOf(agent: AgentConfig) {
  const result = planAgent(agent, registry)
  return result.ok ? listRequirements(result.plan, registry).keys : []
}

describe('the keys an agent needs', () => {
  it('are named once per key and host, with the steps that ask for them', () => {
    expect(needsOf(twoSteps(openai))).toEqual([
      expect.objectContaining({ keyRef: 'anthropic', host: 'api.anthropic.com', stepIds: ['own'], required: true }),
      expect.objectContaining({ keyRef: 'openai', host: 'api.openai.com', stepIds: ['agents', 'agents-2'] }),
    ])
  })

  it('are not asked for by steps whose output is fixed', () => {
    const needs = needsOf(twoSteps(openai))
    const output = { update: {} }
    expect(withoutFixed(needs, { own: output, agents: output })).toEqual([needs[1]])
    expect(withoutFixed(needs, { agents: output, 'agents-2': output })).toEqual([needs[0]])
  })

  it('are none for the practice model, and optional for a server of one’s own', () => {
    expect(needsOf(twoSteps(null)).map(({ keyRef }) => keyRef)).toEqual(['anthropic'])
    const local = { ...openai, baseUrl: 'http://localhost:1234/v1' }
    expect(needsOf(twoSteps(local))[1]).toMatchObject({ host: 'localhost:1234', required: false })
  })

  it('are missing until saved for that very host', async () => {
    const keyring = new Keyring(noDatabase)
    const needs = needsOf(twoSteps(openai))
    expect(findMissingKeys(needs, keyring).map(({ why }) => why)).toEqual(['missing', 'missing'])
    await keyring.save({ keyRef: 'openai', value: 'k', hosts: ['elsewhere.test'] }, false)
    await keyring.save({ keyRef: 'anthropic', value: 'k', hosts: ['api.anthropic.com'] }, false)
    expect(findMissingKeys(needs, keyring)).toMatchObject([{ keyRef: 'openai', why: 'otherHost' }])
    await keyring.allowHost('openai', 'api.openai.com')
    expect(findMissingKeys(needs, keyring)).toEqual([])
  })
})

describe('letting another model answer', () => {
  it('changes a step’s own settings where it has some, else those of the agent', () => {
    const changed = replaceModel(twoSteps(openai), ['own', 'agents'], { provider: 'practice', model: 'practice' })
    expect(changed.steps[0]?.config.llmConfig).toEqual({ provider: 'practice', model: 'practice' })
    expect(changed.llmConfig).toMatchObject({ provider: 'practice' })
    expect(needsOf(changed)).toEqual([])
  })
})

describe('what a run would use', () => {
  it('is read from the agent, also when it cannot run', () => {
    const agent = addStep(twoSteps({ ...openai, baseUrl: 'http://localhost:1234/v1' }), { strategyType: 'teleport' })
    const withCode = addStep(agent, {
      id: 'js',
      nodeName: 'Compute',
      strategyType: 'custom',
      config: { code: 'return {}' },
    })
    expect(previewRequirements(withCode, registry)).toMatchObject({
      hosts: ['api.anthropic.com', 'localhost:1234'],
      codeSteps: ['Compute'],
      unknownTypes: ['teleport'],
      tools: [],
    })
  })

  it('tells what a disabled step would use, too: it may be enabled or tried on the same word', () => {
    const code = { id: 'js', nodeName: 'Compute', strategyType: 'custom', config: { code: 'return {}' } }
    const call = { id: 'call', strategyType: 'subagent', config: { agent: 'inner' }, disabled: true }
    const inner = addStep(createAgentConfig(), { ...code, disabled: true })
    const agent = { ...createAgentConfig(), agents: { inner }, steps: [call] }
    expect(previewRequirements(agent, registry).codeSteps).toEqual(['Compute'])
  })
})
