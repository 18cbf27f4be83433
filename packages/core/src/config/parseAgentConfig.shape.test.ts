import { describe, expect, test } from 'vitest'
import { agentFile, refused } from '../../test/readAgent.ts'
import { parseAgentConfig } from './parseAgentConfig.ts'

describe('what is refused for its shape', () => {
  test.each<[string, object, string, string]>([
    ['no state type', { stateType: undefined }, 'stateType', 'Field required'],
    ['a type without a name', { steps: [{ id: 'a' }] }, 'steps[0].strategyType', 'Field required'],
    [
      'a blank type',
      { steps: [{ id: 'a', strategyType: ' ' }] },
      'steps[0].strategyType',
      'strategyType cannot be empty',
    ],
    ['steps that are no list', { steps: {} }, 'steps', 'Input should be a valid list'],
    ['a step that is no object', { steps: [1] }, 'steps[0]', 'Input should be a valid dictionary'],
    [
      'settings that are null',
      { steps: [{ id: 'a', strategyType: 'x', config: null }] },
      'steps[0].config',
      'Input should be a valid dictionary',
    ],
    [
      'an id with a space',
      { steps: [{ id: 'A b', strategyType: 'x' }] },
      'steps[0].id',
      'id must be 1 to 64 lower-case letters, digits, - or _ (it is "A b")',
    ],
    ['a number for a name', { name: 3 }, 'name', 'Input should be a valid string'],
    [
      'a text for a switch',
      { memory: { memoryType: 'buffer', enabled: 'yes' } },
      'memory.enabled',
      'Input should be a valid boolean',
    ],
    ['a memory of no kind', { memory: {} }, 'memory.memoryType', 'Field required'],
    [
      'an unknown memory',
      { memory: { memoryType: 'elephant' } },
      'memory.memoryType',
      "memoryType must be one of ['conversation', 'vector', 'buffer', 'summary']",
    ],
    [
      'no tokens of memory',
      { memory: { memoryType: 'buffer', maxTokens: 0 } },
      'memory.maxTokens',
      'Input should be greater than or equal to 1',
    ],
    [
      'an unknown graph',
      { graphConfig: { graphType: 'round' } },
      'graphConfig.graphType',
      "graphType must be one of ['linear', 'branching', 'parallel', 'conditional']",
    ],
    [
      'negative retries',
      { graphConfig: { maxRetries: -1 } },
      'graphConfig.maxRetries',
      'Input should be greater than or equal to 0',
    ],
    [
      'a provider nobody has',
      { llmConfig: { provider: 'hal', model: '9000' } },
      'llmConfig.provider',
      "provider must be one of ['practice', 'openai', 'anthropic', 'google', 'ollama', 'browser', 'cohere', 'huggingface']",
    ],
    ['a model without a name', { llmConfig: { provider: 'openai' } }, 'llmConfig.model', 'Field required'],
    [
      'too cold',
      { llmConfig: { provider: 'openai', model: 'm', temperature: -0.1 } },
      'llmConfig.temperature',
      'Input should be greater than or equal to 0',
    ],
    [
      'too hot',
      { llmConfig: { provider: 'openai', model: 'm', temperature: 2.1 } },
      'llmConfig.temperature',
      'Input should be less than or equal to 2',
    ],
    [
      'half a token',
      { llmConfig: { provider: 'openai', model: 'm', maxTokens: 10.5 } },
      'llmConfig.maxTokens',
      'Input should be a valid integer, got a number with a fractional part',
    ],
    [
      'a word for a number',
      { llmConfig: { provider: 'openai', model: 'm', maxTokens: 'ten' } },
      'llmConfig.maxTokens',
      'Input should be a valid integer',
    ],
    [
      'more tokens than a number can count',
      { llmConfig: { provider: 'openai', model: 'm', maxTokens: 1e300 } },
      'llmConfig.maxTokens',
      'Input should be a valid integer, got a number that is too large',
    ],
    [
      'a level in small letters',
      { loggingConfig: { level: 'debug' } },
      'loggingConfig.level',
      "level must be one of ['DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL']",
    ],
    [
      'an unknown checkpointer',
      { checkpointer: { type: 'redis' } },
      'checkpointer.type',
      "Input should be 'memory', 'postgres' or 'sqlite'",
    ],
    [
      'a field of no type',
      { stateType: { name: 'S', fields: { a: {} } } },
      'stateType.fields.a.type',
      'Field required',
    ],
    [
      'a position that is none',
      { layout: { a: [1] } },
      'layout.a',
      'Input should be a position: [x, y], or [x, y, "pinned"]',
    ],
    ['an older format than there was', { version: 0 }, 'version', 'version must be 1'],
  ])('%s', (_name, parts, path, words) => {
    const { error, problems } = refused(parseAgentConfig(agentFile(parts)))
    expect(error).toMatchObject({ code: 'import.schema', path })
    const told = { code: 'import.schema', severity: 'error', path, message: `${path}: ${words}` } as const
    // Once each: a fault that two rules find is one fault.
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([told])
  })

  test.each(['toString', '1st', 'a-b', 'a b', 'hasOwnProperty'])('a state field called %s', (name) => {
    const { error } = refused(
      parseAgentConfig(agentFile({ stateType: { name: 'S', fields: { [name]: { type: 'string' } } } })),
    )
    expect(error.code).toBe('state.name')
    expect(error.message).toContain(`Invalid field name: ${name}`)
  })

  test('all that is wrong is reported, and the fault counts it', () => {
    const { error, problems } = refused(parseAgentConfig(agentFile({ name: 1, steps: [{}], memory: {} })))
    expect(problems.filter(({ severity }) => severity === 'error')).toHaveLength(3)
    expect(error.message).toBe('name: Input should be a valid string (and 2 more)')
    expect(error.problems).toHaveLength(3)
  })

  test('two steps of one id, because edges could mean either', () => {
    const steps = ['a', 'b', 'a'].map((id) => ({ id, strategyType: 'llm' }))
    const { error } = refused(parseAgentConfig(agentFile({ steps })))
    expect(error).toMatchObject({ code: 'graph.duplicateId', path: 'steps[2].id' })
    expect(error.message).toContain('already the id of steps[0]')
  })
})
