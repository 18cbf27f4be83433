import { expect, test } from 'vitest'
import { AgentError } from '../errors/AgentError.ts'
import type { ChatRequest } from '../models/ChatModel.ts'
import { type LangChainModel, wrapLangChainModel } from './wrapLangChainModel.ts'

/** A model of LangChain's shape that keeps what it was sent. */
function fakeModel(answer: unknown, more: Partial<LangChainModel> = {}) {
  const sent: (readonly object[])[] = []
  const invoke = async (messages: readonly object[]) => {
    sent.push(messages)
    if (answer instanceof Error) throw answer
    return answer
  }
  return { sent, model: { model: 'fake-1', invoke, ...more } }
}

const request = (more: Partial<ChatRequest> = {}): ChatRequest => ({
  messages: [{ role: 'user', content: 'Hi' }],
  signal: new AbortController().signal,
  ...more,
})

test('an answer is its text, or that of its blocks, and its usage', async () => {
  const content = [{ type: 'text', text: 'Hello ' }, 'there', { type: 'image' }]
  const usage_metadata = { input_tokens: 2, output_tokens: 3, total_tokens: 5 }
  const { model } = fakeModel({ content, usage_metadata })
  expect(await wrapLangChainModel(model).chat(request())).toEqual({
    message: { role: 'assistant', content: 'Hello there' },
    usage: { inputTokens: 2, outputTokens: 3, totalTokens: 5 },
  })
})

test('a stream is passed on piece by piece', async () => {
  async function* chunks() {
    yield { content: 'Hel' }
    yield { content: '' }
    yield { content: 'lo' }
    yield {}
  }
  const { model } = fakeModel(undefined, { stream: async () => chunks() })
  const deltas: string[] = []
  const { message } = await wrapLangChainModel(model).chat(request({ onDelta: (text) => deltas.push(text) }))
  expect([message.content, deltas]).toEqual(['Hello', ['Hel', 'lo']])
})

test('tools and their calls keep their ids', async () => {
  const { model, sent } = fakeModel({ content: 'Done' })
  const toolCalls = [{ id: '1', name: 'search', args: { q: 'x' } }]
  await wrapLangChainModel(model).chat(
    request({
      messages: [
        { role: 'assistant', content: '', toolCalls },
        { role: 'tool', content: 'found', toolCallId: '1' },
        { role: 'tool', content: 'lost' },
      ],
    }),
  )
  expect(sent[0]).toEqual([
    { role: 'assistant', content: '', tool_calls: [{ id: '1', name: 'search', args: { q: 'x' }, type: 'tool_call' }] },
    { role: 'tool', content: 'found', tool_call_id: '1' },
    { role: 'tool', content: 'lost', tool_call_id: '' },
  ])
})

test('an object is asked for the way LangChain does', async () => {
  const schemas: object[] = []
  const { model } = fakeModel(undefined, {
    withStructuredOutput: (schema) => {
      schemas.push(schema)
      return fakeModel({ mood: 'glad' }).model
    },
  })
  const output = { name: 'answer', schema: { type: 'object' } }
  const answer = await wrapLangChainModel(model).chat(request({ output }))
  expect(answer.output).toEqual({ mood: 'glad' })
  expect(schemas).toEqual([{ title: 'answer', type: 'object' }])
})

test('a fault gets a code; one that has a code keeps it', async () => {
  const { model } = fakeModel(new Error('no money'))
  await expect(wrapLangChainModel(model).chat(request())).rejects.toMatchObject({
    code: 'provider.server',
    message: 'The model fake-1 failed: no money',
  })
  const coded = new AgentError('provider.quota', 'Used up')
  const { model: _named, ...nameless } = fakeModel(coded).model
  const wrapped = wrapLangChainModel(nameless)
  await expect(wrapped.chat(request())).rejects.toBe(coded)
  expect(wrapped.config.model).toBe('custom')
})

const search = { name: 'search', description: 'Searches.', parameters: { type: 'object' } }

/** A model whose tools are bound before it is asked. */
function toolModel(answer: unknown) {
  const bound: unknown[] = []
  const bindTools = (tools: readonly object[]) => {
    bound.push(...tools)
    return fakeModel(answer).model
  }
  return { bound, model: fakeModel(new Error('asked without its tools'), { bindTools }).model }
}

test('tools are bound, and what the model asks of them comes back as calls', async () => {
  const deltas: string[] = []
  const { model, bound } = toolModel({
    content: 'Let me see.',
    tool_calls: [{ id: 'a', name: 'search', args: { q: 'petals' } }, { name: 'search' }],
    usage_metadata: { input_tokens: 7, output_tokens: 2, total_tokens: 9 },
  })
  const answer = await wrapLangChainModel(model).chat(
    request({ tools: [search], onDelta: (text) => deltas.push(text) }),
  )
  expect(bound).toEqual([{ type: 'function', function: search }])
  expect(answer).toEqual({
    message: {
      role: 'assistant',
      content: 'Let me see.',
      toolCalls: [
        { id: 'a', name: 'search', args: { q: 'petals' } },
        // One without an id, or without arguments, is given them.
        { id: 'call_2', name: 'search', args: {} },
      ],
    },
    usage: { inputTokens: 7, outputTokens: 2, totalTokens: 9 },
  })
  expect(deltas).toEqual(['Let me see.'])
})

test('an answer that asks for no tool is only its text', async () => {
  const deltas: string[] = []
  const { model } = toolModel({ content: '' })
  const answer = await wrapLangChainModel(model).chat(
    request({ tools: [search], onDelta: (text) => deltas.push(text) }),
  )
  expect(answer).toEqual({ message: { role: 'assistant', content: '' } })
  expect(deltas).toEqual([])
})

test('a model that knows no tools is asked without them', async () => {
  const { model, sent } = fakeModel({ content: 'No tools here' })
  const { message } = await wrapLangChainModel(model).chat(request({ tools: [search] }))
  expect([message.content, sent.length]).toEqual(['No tools here', 1])
})

test('counts that a model leaves out are no usage, or nothing of it', async () => {
  const usageOf = async (usage_metadata: object) =>
    (await wrapLangChainModel(fakeModel({ content: 'x', usage_metadata }).model).chat(request())).usage
  expect(await usageOf({ input_tokens: 4 })).toBeUndefined()
  expect(await usageOf({ total_tokens: 4 })).toEqual({ inputTokens: 0, outputTokens: 0, totalTokens: 4 })
})

test('what is thrown may be anything', async () => {
  const model: LangChainModel = { invoke: () => Promise.reject('too busy') }
  await expect(wrapLangChainModel(model).chat(request())).rejects.toMatchObject({
    code: 'provider.server',
    message: 'The model custom failed: too busy',
  })
})
