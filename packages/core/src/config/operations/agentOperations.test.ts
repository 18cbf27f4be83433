import { describe, expect, test } from 'vitest'
import { createDefaultRegistry } from '../../registry/createDefaultRegistry.ts'
import type { AgentConfig, StepConfig } from '../AgentConfig.ts'
import { createAgentConfig } from '../createAgentConfig.ts'
import { parseAgentConfig } from '../parseAgentConfig.ts'
import { serializeAgentConfig } from '../serializeAgentConfig.ts'
import { addAgent, createAgentId } from './addAgent.ts'
import { removeAgent } from './removeAgent.ts'
import { renameAgent } from './renameAgent.ts'
import { replaceAgent } from './replaceAgent.ts'
import { takeAgent } from './takeAgent.ts'

const registry = createDefaultRegistry()

function calling(name: string, ...agents: readonly string[]): AgentConfig {
  const steps = agents.map(
    (agent, index): StepConfig => ({ id: `call-${index}`, strategyType: 'subagent', config: { agent } }),
  )
  return { ...createAgentConfig({ name: 'S', fields: {} }), name, steps }
}

const calledBy = ({ steps }: AgentConfig) => steps.map(({ config }) => config.agent)

describe('the agents of a file', () => {
  test('are added, replaced and removed', () => {
    const one = addAgent(calling('Outer', 'check'), 'check', calling('Check'))
    expect(one.agents?.check?.name).toBe('Check')
    const two = replaceAgent(one, 'check', calling('Better'))
    expect(two.agents?.check?.name).toBe('Better')
    expect(removeAgent(two, 'check')).not.toHaveProperty('agents')
    expect(removeAgent(two, 'other')).toBe(two)
    expect(replaceAgent(two, 'other', calling('X'))).toBe(two)
  })

  test.each([
    ['check', 'graph.duplicateId'],
    ['Not a slug', 'build.argument'],
    ['__proto__', 'build.argument'],
  ])('an id such as %s is refused', (id, code) => {
    const file = addAgent(calling('Outer'), 'check', calling('Check'))
    expect(() => addAgent(file, id, calling('X'))).toThrow(expect.objectContaining({ code }))
  })

  test('get readable ids', () => {
    const file = addAgent(calling('Outer'), 'fact-check', calling('Check'))
    expect(createAgentId(file, 'Fact check')).toBe('fact-check-2')
  })
})

describe('another id', () => {
  const file: AgentConfig = {
    ...calling('Outer', 'check', 'write'),
    tools: [{ name: 'ask', kind: 'agent', agent: 'check' }],
    agents: { check: calling('Check', 'check'), write: calling('Write') },
  }

  test('is used by every step and tool that named the old one', () => {
    const renamed = renameAgent(file, 'check', 'verify', registry)
    expect(Object.keys(renamed.agents ?? {})).toEqual(['verify', 'write'])
    expect(calledBy(renamed)).toEqual(['verify', 'write'])
    expect(renamed.tools).toEqual([{ name: 'ask', kind: 'agent', agent: 'verify' }])
    expect(calledBy(renamed.agents?.verify ?? file)).toEqual(['verify'])
    expect(renamed.agents?.write).toBe(file.agents?.write)
  })

  test('there and back is the same file', () => {
    const back = renameAgent(renameAgent(file, 'check', 'verify', registry), 'verify', 'check', registry)
    expect(serializeAgentConfig(back)).toBe(serializeAgentConfig(file))
  })

  test('that is taken is refused', () => {
    expect(() => renameAgent(file, 'check', 'write', registry)).toThrow(
      expect.objectContaining({ code: 'graph.duplicateId' }),
    )
  })
})

describe('an agent of another file', () => {
  const other: AgentConfig = {
    ...calling('Fact check', 'search'),
    agents: { search: calling('Search', 'search', 'read'), read: calling('Read') },
  }

  test('brings its own agents along, under ids that are free', () => {
    const file = addAgent(calling('Outer'), 'search', calling('Mine'))
    const { config, agentId } = takeAgent(file, other, registry)
    expect(agentId).toBe('fact-check')
    expect(Object.keys(config.agents ?? {})).toEqual(['search', 'fact-check', 'search-2', 'read'])
    expect(calledBy(config.agents?.['fact-check'] ?? file)).toEqual(['search-2'])
    expect(calledBy(config.agents?.['search-2'] ?? file)).toEqual(['search-2', 'read'])
    expect(config.agents?.['fact-check']).not.toHaveProperty('agents')
  })

  test('stays whole in the file', () => {
    const { config } = takeAgent(calling('Outer'), other, registry)
    const parsed = parseAgentConfig(serializeAgentConfig(config))
    expect(parsed.ok && parsed.problems).toEqual([])
    expect(parsed.ok && serializeAgentConfig(parsed.config)).toBe(serializeAgentConfig(config))
  })
})
