import { describe, expect, test } from 'vitest'
import { defaultLLM, providerNames } from '../config/AgentConfig.ts'
import { AgentError } from '../errors/AgentError.ts'
import { parseAnswer } from './parseAnswer.ts'
import { providerTable } from './providerTable.ts'
import { resolveProvider } from './resolveProvider.ts'
import { toModelProblem } from './toModelProblem.ts'

const context = { host: 'h', model: 'm', keyRef: 'openai', hasKey: true, maxTokens: 10, secrets: ['sk-secret'] }

describe('providerTable', () => {
  test.each(providerNames)('%s can be chosen, asked and looked up', (provider) => {
    const row = providerTable[provider]
    expect(row.models.map((model) => model.id)).toContain(row.defaultModel)
    expect(new Set(row.models.map((model) => model.id)).size).toBe(row.models.length)
    const { host, baseUrl, needsKey } = resolveProvider({ provider })
    expect(row.hosts({})).toEqual(host === '' ? [] : [host])
    expect(baseUrl).toBe(row.baseUrl ?? '')
    expect(needsKey).toBe(row.needsKey)
    expect(needsKey === 'required').toBe(row.keyRef !== undefined && needsKey !== 'optional')
  })

  test('a base URL moves the host, and lifts the need of a key', () => {
    const moved = { ...defaultLLM, provider: 'openai' as const, baseUrl: 'http://localhost:1234/v1/' }
    expect(resolveProvider(moved)).toMatchObject({
      host: 'localhost:1234',
      baseUrl: 'http://localhost:1234/v1',
      needsKey: 'optional',
      keyRef: 'openai',
    })
    expect(providerTable.openai.hosts(moved)).toEqual(['localhost:1234'])
    expect(providerTable.openai.hosts({ baseUrl: 'nonsense' })).toEqual([])
    expect(resolveProvider({ ...moved, baseUrl: 'https://api.openai.com/v2', keyRef: 'work' })).toMatchObject({
      needsKey: 'required',
      keyRef: 'work',
    })
    expect(resolveProvider({ ...moved, provider: 'practice' })).toMatchObject({ host: '', needsKey: 'none' })
  })
})

describe('parseAnswer', () => {
  const schema = {
    type: 'object',
    properties: { list: { type: 'array', items: { type: 'integer' } } },
    required: ['list'],
  }
  const parse = (text: string) => parseAnswer(text, { name: 'numbers', schema }, context)

  test.each([
    ['{"list":[1,2]}'],
    [' \n{"list":[1,2]}\n'],
    ['Sure!\n```json\n{"list":[1,2]}\n```\nAnything else?'],
    ['```\n{"list":[1,2]}\n```'],
    ['The answer is {"list":[1,2]} (of course).'],
    ['{"list":[1,2]} {"list":[3]}'],
  ])('%j', (text) => {
    expect(parse(text)).toEqual({ list: [1, 2] })
  })

  test.each([
    ['', 'no JSON'],
    ['{"list":[1,', 'no JSON'],
    ['{ not json }', 'no JSON'],
    ['{"list":[1,"}"]', 'no JSON'],
    ['{"list":["\\"}",2]}', 'list/0'],
    ['{"__proto__":{}}', 'no JSON'],
    ['[1]', 'object'],
  ])('%j is refused, with the text kept', (text, words) => {
    expect(() => parse(text)).toThrow(
      expect.objectContaining({ code: 'provider.badAnswer', message: expect.stringContaining(words) }),
    )
  })

  test('no text takes long', () => {
    expect(() => parse(`{"${'\\"'.repeat(200_000)}`)).toThrow('no JSON')
  })

  test('a schema that is none is the fault of the question', () => {
    const odd = { name: 'odd', schema: { type: 'string', pattern: '(' } }
    expect(() => parseAnswer('"x"', odd, context)).toThrow(expect.objectContaining({ code: 'provider.unsupported' }))
  })
})

describe('toModelProblem', () => {
  test('finds our own fault behind what clients wrap around it', () => {
    const ours = new AgentError('provider.cors', 'No.')
    const wrapped = new Error('Connection error.', { cause: new Error('Aborted', { cause: ours }) })
    expect(toModelProblem(wrapped, context)).toBe(ours)
  })

  test('reads the status and the words of a client’s error', () => {
    const error = Object.assign(new Error('429 slow'), { status: 429, error: { message: 'Slow down', code: 'x' } })
    expect(toModelProblem(error, context)).toMatchObject({
      code: 'provider.rateLimited',
      detail: { status: 429, text: 'Slow down', providerCode: 'x' },
    })
    expect(toModelProblem(Object.assign(new Error(), { status: 500 }), context)).toMatchObject({
      code: 'provider.server',
    })
  })

  test.each([new SyntaxError('Unexpected token sk-secret'), 'sk-secret', undefined, null])(
    'anything else is an answer that cannot be read: %s',
    (error) => {
      const problem = toModelProblem(error, context)
      expect(problem).toMatchObject({ code: 'provider.badStream', retryable: false })
      expect(JSON.stringify([problem, problem.message, problem.cause])).not.toContain('sk-secret')
    },
  )

  test('a chain of causes that never ends does not hang it', () => {
    const error: { cause?: unknown } = {}
    error.cause = error
    expect(toModelProblem(error, context)).toMatchObject({ code: 'provider.badStream' })
  })
})
