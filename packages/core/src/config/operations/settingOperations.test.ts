import { describe, expect, test } from 'vitest'
import { agent } from '../../../test/buildAgent.ts'
import { removeField } from './removeField.ts'
import { setCheckpointer } from './setCheckpointer.ts'
import { setDescription } from './setDescription.ts'
import { setField } from './setField.ts'
import { setGraph } from './setGraph.ts'
import { setLLM } from './setLLM.ts'
import { setLogging } from './setLogging.ts'
import { setMemory } from './setMemory.ts'
import { setName } from './setName.ts'
import { setStateType } from './setStateType.ts'

describe('settings of the agent', () => {
  test('get their defaults', () => {
    const config = setMemory(setLLM(agent([]), { provider: 'openai', model: 'm' }), { memoryType: 'summary' })
    expect(config.llmConfig).toEqual({ provider: 'openai', model: 'm', temperature: 0, maxTokens: 1000 })
    expect(config.memory).toEqual({ memoryType: 'summary', maxTokens: 500, enabled: true })
    expect(setMemory(config, null).memory).toBeNull()
    expect(setLLM(config, null).llmConfig).toBeNull()
    expect(setCheckpointer(config, {}).checkpointer).toEqual({ type: 'memory', config: null, enabled: true })
    expect(setCheckpointer(config, null).checkpointer).toBeNull()
    expect(setGraph(config, { maxRetries: 0 }).graphConfig).toMatchObject({ maxRetries: 0, recursionLimit: 25 })
    expect(setLogging(config, { level: 'ERROR' }).loggingConfig).toEqual({
      enabled: true,
      level: 'ERROR',
      includeState: false,
    })
  })

  test('that no file could hold are refused, with the place', () => {
    expect(() => setLLM(agent([]), { provider: 'openai', model: 'm', temperature: 3 })).toThrow(
      expect.objectContaining({
        code: 'build.argument',
        path: 'llmConfig.temperature',
        message: 'llmConfig.temperature: Input should be less than or equal to 2',
      }),
    )
    expect(() => setStateType(agent([]), { name: 'S', fields: { 'a-b': { type: 'string' } } })).toThrow(
      expect.objectContaining({ code: 'build.argument' }),
    )
  })

  test('values that are undefined are as good as left out', () => {
    const llmConfig: Parameters<typeof setLLM>[1] = JSON.parse('{"provider":"openai","model":"m"}')
    expect(setLLM(agent([]), { ...llmConfig, maxTokens: undefined } as typeof llmConfig).llmConfig).toMatchObject({
      maxTokens: 1000,
    })
  })

  test('name and description change only when they do', () => {
    const named = setDescription(setName(agent([]), 'N'), 'D')
    expect(setName(named, 'N')).toBe(named)
    expect(setDescription(named, 'D')).toBe(named)
    expect(setDescription(named, '')).not.toHaveProperty('description')
    expect(setName(named, null).name).toBeNull()
  })
})

describe('fields of the state', () => {
  test('are added, replaced in their place, and removed', () => {
    const two = setField(setField(agent([]), 'a', { type: 'string' }), 'b', { type: 'any' })
    const changed = setField(two, 'a', { type: 'number', reducer: 'add' })
    expect(Object.entries(changed.stateType.fields)).toEqual([
      ['a', { type: 'number', reducer: 'add' }],
      ['b', { type: 'any' }],
    ])
    expect(removeField(changed, 'a').stateType.fields).toEqual({ b: { type: 'any' } })
    expect(removeField(changed, 'toString')).toBe(changed)
  })

  test('with a name no field may have are refused', () => {
    expect(() => setField(agent([]), 'constructor', { type: 'string' })).toThrow(
      expect.objectContaining({ code: 'state.name', path: 'stateType.fields.constructor' }),
    )
  })
})
