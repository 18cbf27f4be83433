import { type AgentConfig, createAgentConfig } from '@petal/core/model'
import { describe, expect, test } from 'vitest'
import { setAgentValue } from './setAgentValue.ts'

const fresh = createAgentConfig()
const agent: AgentConfig = {
  ...fresh,
  name: 'Greeter',
  description: 'Says hello',
  graphConfig: { ...fresh.graphConfig, maxRetries: 1, recursionLimit: 9 },
}

describe('changes one setting', () => {
  test('inside a part, leaving its other settings', () => {
    expect(setAgentValue(agent, 'graphConfig.maxRetries', 5).graphConfig).toMatchObject({
      maxRetries: 5,
      recursionLimit: 9,
    })
  })

  test('a part that was not there gets its defaults', () => {
    expect(setAgentValue(agent, 'memory', { memoryType: 'buffer' }).memory).toMatchObject({
      memoryType: 'buffer',
      enabled: true,
    })
  })

  test('an emptied name and description are none', () => {
    const bare = setAgentValue(setAgentValue(agent, 'name', ''), 'description', undefined)
    expect(bare.name).toBeNull()
    expect(bare).not.toHaveProperty('description')
  })
})

test('no value puts the default back', () => {
  expect(setAgentValue(agent, 'graphConfig.maxRetries', undefined).graphConfig.maxRetries).toBe(
    fresh.graphConfig.maxRetries,
  )
  expect(setAgentValue(agent, 'llmConfig', undefined).llmConfig).toBeNull()
})

test.each([
  ['graphConfig.maxRetries', -1],
  ['llmConfig', { provider: 'openai', model: 'm', temperature: 9 }],
  ['memory', { memoryType: 'elephant' }],
])('refuses %s that a file could not hold', (path, value) => {
  expect(() => setAgentValue(agent, path, value)).toThrow(expect.objectContaining({ code: 'build.argument' }))
})

test('what is no setting of an agent changes nothing', () => {
  expect(setAgentValue(agent, 'constructor.name', 'x')).toBe(agent)
})
