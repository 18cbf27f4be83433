import { expect, test } from 'vitest'
import { brief, collect, pick, testAgent } from '../../test/testAgent.ts'
import type { LLMConfig } from '../config/AgentConfig.ts'
import type { ChatModel, ChatModelFactory } from '../models/ChatModel.ts'
import type { Message } from '../models/Message.ts'
import type { StepFunction } from '../step/StepContext.ts'
import type { LogEntry } from './Services.ts'

const fields = { text: { type: 'string' }, messages: { type: 'messages' } } as const
const usage = { inputTokens: 10, outputTokens: 4, totalTokens: 14 }

/** Answers `Hello there`, in two pieces, from any settings. */
const parrot: ChatModelFactory = async (config): Promise<ChatModel> => ({
  config,
  chat: async ({ onDelta }) => {
    onDelta?.('Hello ')
    onDelta?.('there')
    return { message: { role: 'assistant', content: 'Hello there' }, usage }
  },
})

const hello: Message = { role: 'user', content: 'Hello?' }

const asking: StepFunction = async (_, { models, signal }) => {
  const model = await models.get()
  const { message } = await model.chat({ messages: [hello], signal })
  return { text: message.content }
}

test('what a model is asked and answers, its tokens and its usage are in the events', async () => {
  const agent = await testAgent({ fields, steps: { a: asking, b: asking }, services: { models: parrot } })
  const events = await collect(agent, {})
  expect(brief(events).slice(0, 8)).toEqual([
    'run-start',
    'start a',
    'model-start a',
    'delta a',
    'delta a',
    'model-end a',
    'end a',
    'state',
  ])
  expect(pick(events, 'model-start')[0]).toMatchObject({ provider: 'practice', model: 'practice', messages: [hello] })
  expect(pick(events, 'model-end')[0]).toMatchObject({ message: { content: 'Hello there' }, usage })
  expect(pick(events, 'step-end').map((event) => event.usage)).toEqual([usage, usage])
  expect(pick(events, 'run-end')[0]?.usage).toEqual({ inputTokens: 20, outputTokens: 8, totalTokens: 28 })
})

test('a step that listens to the tokens decides what is shown', async () => {
  const loud: StepFunction = async (_, { models, signal, emit }) => {
    const model = await models.get()
    await model.chat({ messages: [hello], signal, onDelta: (text) => emit(text.toUpperCase()) })
  }
  const agent = await testAgent({ fields, steps: { a: loud }, services: { models: parrot } })
  expect(pick(await collect(agent, {}), 'step-delta').map(({ text }) => text)).toEqual(['HELLO ', 'THERE'])
})

test('settings a step asks for win over those of the agent', async () => {
  const asked: LLMConfig[] = []
  const llmConfig: LLMConfig = {
    provider: 'openai',
    model: 'gpt-4o-mini',
    temperature: 0.3,
    maxTokens: 50,
    keyRef: 'mine',
  }
  const agent = await testAgent({
    fields,
    steps: {
      a: async (_, { models }) => {
        await models.get({ temperature: 1 })
        await models.get()
      },
    },
    config: { llmConfig },
    services: {
      keys: { mine: 'secret' },
      models: async (config, { keys }) => {
        asked.push(config)
        expect(await keys.get('mine', 'api.openai.com')).toBe('secret')
        expect(await keys.get('constructor', 'api.openai.com')).toBeUndefined()
        return parrot(config, { keys, fetch })
      },
    },
  })
  await agent.run({})
  expect(asked).toEqual([{ ...llmConfig, temperature: 1 }, llmConfig])
})

test('a setting left open takes nothing away, and another provider takes nothing over', async () => {
  const asked: LLMConfig[] = []
  const agent = await testAgent({
    fields,
    config: { llmConfig: { provider: 'openai', model: 'm', temperature: 1, maxTokens: 5, keyRef: 'mine' } },
    steps: {
      a: async (_, { models }) => {
        await models.get({ provider: 'openai', model: '', keyRef: '' })
        await models.get({ provider: 'practice' })
      },
    },
    services: {
      models: async (config, options) => {
        asked.push(config)
        return parrot(config, options)
      },
    },
  })
  await agent.run({})
  expect(asked).toEqual([
    { provider: 'openai', model: 'm', temperature: 1, maxTokens: 5, keyRef: 'mine' },
    { provider: 'practice', model: 'practice', temperature: 0, maxTokens: 1000 },
  ])
})

test('a client made in code is used as it is, and seen in the events', async () => {
  const config: LLMConfig = { provider: 'ollama', model: 'mine', temperature: 0, maxTokens: 9 }
  const client = await parrot(config, { keys: { get: () => undefined }, fetch })
  const run: StepFunction = async (_, { models, signal }) => {
    await (await models.get(client)).chat({ messages: [hello], signal })
  }
  const agent = await testAgent({ fields, steps: { a: run } })
  expect(pick(await collect(agent, {}), 'model-start')[0]).toMatchObject({ provider: 'ollama', model: 'mine' })
})

test('services of a run are laid over those of the agent', async () => {
  const now = () => 42
  const agent = await testAgent({ fields, steps: { a: asking }, services: { now } })
  const events = await collect(agent, {}, { services: { models: parrot, keys: { get: () => 'key' } } })
  expect(events.at(-1)).toMatchObject({ type: 'run-end', at: 42, state: { text: 'Hello there' } })
})

const logging: StepFunction = (_, { log }) => {
  log('DEBUG', 'fine', { a: 1 })
  log('INFO', 'so')
  log('ERROR', 'bad', [new Date(0)] as never)
}

test('log lines pass by their level, and reach the logger too', async () => {
  const entries: LogEntry[] = []
  const loggingConfig = { enabled: true, level: 'INFO', includeState: false } as const
  const agent = await testAgent({
    fields,
    steps: { a: logging },
    config: { loggingConfig },
    services: { logger: (entry) => entries.push(entry) },
  })
  const lines = pick(await collect(agent, {}), 'step-log').map(({ level, message }) => [level, message])
  expect(lines).toEqual([
    ['INFO', 'so'],
    ['ERROR', 'bad'],
  ])
  expect(entries[0]).toEqual({ level: 'INFO', message: 'so', stepId: 'a', nodeName: 'A' })
  expect(entries[1]?.data).toContain('data[0]')
})

test('logging that is switched off says nothing, one that includes the state says it after each step', async () => {
  const config = (enabled: boolean) => ({ loggingConfig: { enabled, level: 'INFO', includeState: true } as const })
  const silent = await testAgent({ fields, steps: { a: logging }, config: config(false) })
  expect(pick(await collect(silent, {}), 'step-log')).toEqual([])
  const chatty = await testAgent({ fields, steps: { a: () => ({ text: 'new' }) }, config: config(true) })
  expect(pick(await collect(chatty, {}), 'step-log').map(({ data }) => data)).toEqual([{ text: 'new', messages: [] }])
})

test('a step gets its settings, its names, the fields and what it may reach', async () => {
  const seen: unknown[] = []
  const fetched: typeof fetch = async () => new Response('ok')
  const sandbox = { run: async () => 'ran' }
  const agent = await testAgent({
    fields,
    steps: {
      a: {
        exits: ['out', 'other'],
        run: async (_, context) => {
          seen.push(context.config, context.stepId, context.nodeName, context.fields)
          seen.push(await (await context.fetch('http://localhost')).text())
          seen.push(await context.sandbox.run({ code: '', scope: {} }))
          seen.push(context.signal.aborted)
        },
      },
    },
    services: { fetch: fetched, sandbox },
  })
  await agent.run({})
  expect(seen).toEqual([
    { exits: ['out', 'other'] },
    'a',
    'A',
    { text: 'string', messages: 'messages' },
    'ok',
    'ran',
    false,
  ])
})

test('messages may be given in many forms and are kept as plain ones', async () => {
  const langchain = {
    getType: () => 'ai',
    content: [{ type: 'text', text: 'from ' }, 'blocks'],
    tool_calls: [{ id: 'c', name: 'add', args: { a: 1 } }],
  }
  const agent = await testAgent({
    fields,
    steps: {
      a: () => ({ messages: [{ role: 'assistant', content: 'last', id: 'fixed' }] }),
      b: () => ({ messages: { role: 'assistant', content: 'replaced', id: 'fixed' } }),
    },
  })
  const input = [
    'text',
    ['system', 'rules'],
    { type: 'human', content: 'hi' },
    langchain,
    { role: 'tool', tool_call_id: 'c', name: 'add', content: '2' },
  ]
  const { messages } = await agent.run({ messages: input })
  expect(messages).toEqual([
    { id: expect.any(String), role: 'user', content: 'text' },
    { id: expect.any(String), role: 'system', content: 'rules' },
    { id: expect.any(String), role: 'user', content: 'hi' },
    {
      id: expect.any(String),
      role: 'assistant',
      content: 'from blocks',
      toolCalls: [{ id: 'c', name: 'add', args: { a: 1 } }],
    },
    { id: expect.any(String), role: 'tool', toolCallId: 'c', name: 'add', content: '2' },
    { id: 'fixed', role: 'assistant', content: 'replaced' },
  ])
  expect(await agent.run({ messages: ['user', 'a pair'] })).toMatchObject({ messages: [{ content: 'a pair' }, {}] })
})
