import { describe, expect, test } from 'vitest'
import { defaultLLM, type LLMConfig } from '../config/AgentConfig.ts'
import type { ChatRequest } from '../models/ChatModel.ts'
import type { PageAnswer, PageModelState, PageModels, PageQuestion } from '../models/PageModels.ts'
import { createChatModel, createChatModelFactory } from './createChatModel.ts'

const config: LLMConfig = { ...defaultLLM, provider: 'browser', model: 'built-in' }
const nowhere: typeof fetch = () => Promise.reject(new Error('A model in the page asks nobody.'))
const services = { keys: { get: () => undefined }, fetch: nowhere }

const ready: PageModelState = { kind: 'ready' }

/** A page whose model says these words one by one, and what it was asked. */
function createPage(words: readonly string[], end: PageAnswer['end'] = 'stop', state: PageModelState = ready) {
  const asked: PageQuestion[] = []
  const page: PageModels = {
    check: async () => state,
    async chat(question, { signal, onDelta }) {
      asked.push(question)
      for (const word of words) {
        signal.throwIfAborted()
        onDelta(word)
      }
      return { text: words.join(''), end }
    },
  }
  return { page, asked }
}

async function ask(page: PageModels, request: Partial<ChatRequest>) {
  const model = await createChatModelFactory({ page })(config, services)
  return model.chat({ messages: [{ role: 'user', content: 'Hi' }], signal: new AbortController().signal, ...request })
}

const tool = { name: 'dice', description: 'Throws a die.', parameters: { type: 'object', properties: {} } }

test('where there is no page, it is told with what to do', async () => {
  const model = await createChatModel(config, services)
  await expect(
    model.chat({ messages: [{ role: 'user', content: 'Hi' }], signal: new AbortController().signal }),
  ).rejects.toMatchObject({ code: 'provider.unsupported', message: expect.stringContaining('choose another provider') })
})

test('an answer streams, and the question holds the settings', async () => {
  const { page, asked } = createPage(['Good', ' day'])
  const deltas: string[] = []
  const { message } = await ask(page, { onDelta: (text) => deltas.push(text) })
  expect(message).toEqual({ role: 'assistant', content: 'Good day' })
  expect(deltas).toEqual(['Good', ' day'])
  expect(asked).toEqual([
    { model: 'built-in', messages: [{ role: 'user', content: 'Hi' }], temperature: 0, maxTokens: config.maxTokens },
  ])
})

describe('messages', () => {
  const turnsOf = async (messages: ChatRequest['messages'], tools: ChatRequest['tools'] = []) => {
    const { page, asked } = createPage(['OK'])
    await ask(page, { messages, tools })
    return asked[0]?.messages
  }

  test('user and assistant take turns, after all instructions', async () => {
    expect(
      await turnsOf([
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'One' },
        { role: 'user', content: 'Two' },
        { role: 'assistant', content: 'Yes' },
        { role: 'system', content: 'Be kind.' },
      ]),
    ).toEqual([
      { role: 'system', content: 'Be brief.\n\nBe kind.' },
      { role: 'user', content: 'One\n\nTwo' },
      { role: 'assistant', content: 'Yes' },
      { role: 'user', content: 'Go on.' },
    ])
  })

  test('instructions alone are the question', async () => {
    expect(await turnsOf([{ role: 'system', content: 'Greet.' }])).toEqual([{ role: 'user', content: 'Greet.' }])
  })

  test('tools, their calls and their results are told in words', async () => {
    const turns = await turnsOf(
      [
        { role: 'user', content: 'Throw' },
        { role: 'assistant', content: '', toolCalls: [{ id: '1', name: 'dice', args: { sides: 6 } }] },
        { role: 'tool', content: '4', toolCallId: '1', name: 'dice' },
      ],
      [tool],
    )
    expect(turns?.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user'])
    expect(turns?.[0]?.content).toContain('dice: Throws a die.')
    expect(turns?.[2]?.content).toBe('{"tool":"dice","arguments":{"sides":6}}')
    expect(turns?.[3]?.content).toBe('Result of dice: 4')
  })
})

describe('tools', () => {
  test.each([
    ['plain', ['{"tool":', '"dice","arguments":{"sides":20}}']],
    ['fenced', ['```json\n', '{"tool":"dice","arguments":{"sides":20}}\n```']],
  ])('a %s call is one, and is not streamed as text', async (_form, words) => {
    const deltas: string[] = []
    const { message } = await ask(createPage(words).page, { tools: [tool], onDelta: (text) => deltas.push(text) })
    expect(message.toolCalls).toMatchObject([{ name: 'dice', args: { sides: 20 } }])
    expect(deltas).toEqual([])
  })

  test.each([
    ['text', ['It is', ' four.']],
    ['a call of something else', ['Try this: {"tool":"rm","arguments":{}}']],
  ])('%s is an answer', async (_what, words) => {
    const deltas: string[] = []
    const { message } = await ask(createPage(words).page, { tools: [tool], onDelta: (text) => deltas.push(text) })
    expect(message).toEqual({ role: 'assistant', content: words.join('') })
    expect(deltas.join('')).toBe(words.join(''))
  })
})

test('an object is asked for in words and by its schema, and checked', async () => {
  const output = { name: 'mood', schema: { type: 'object', properties: { mood: { enum: ['good'] } } } }
  const { page, asked } = createPage(['{"mood":', '"good"}'])
  expect((await ask(page, { output })).output).toEqual({ mood: 'good' })
  expect(asked[0]?.schema).toEqual(output.schema)
  expect(asked[0]?.messages[0]?.content).toContain('JSON Schema')
  await expect(ask(createPage(['{"mood":"bad"}']).page, { output })).rejects.toMatchObject({
    code: 'provider.badAnswer',
  })
})

describe('faults', () => {
  test.each<[PageModelState, string, string]>([
    [{ kind: 'download' }, 'provider.notLoaded', 'Settings'],
    [
      { kind: 'unavailable', reason: 'This browser has no built-in model.' },
      'provider.unsupported',
      'no built-in model',
    ],
  ])('a model that is not here is not asked: %o', async (state, code, words) => {
    const { page, asked } = createPage(['Never'], 'stop', state)
    await expect(ask(page, {})).rejects.toMatchObject({ code, message: expect.stringContaining(words) })
    expect(asked).toEqual([])
  })

  test('an answer cut off and an empty one are told by their codes', async () => {
    await expect(ask(createPage(['Half'], 'length').page, {})).rejects.toMatchObject({
      code: 'provider.lengthLimit',
      detail: { detail: { partialText: 'Half' } },
    })
    await expect(ask(createPage([' ']).page, {})).rejects.toMatchObject({ code: 'provider.empty' })
  })

  test('what a model throws is told in its own words, with what had come', async () => {
    const page: PageModels = {
      check: async () => ready,
      async chat(_question, { onDelta }) {
        onDelta('Half')
        throw new Error('The GPU is gone')
      },
    }
    await expect(ask(page, {})).rejects.toMatchObject({
      code: 'provider.server',
      message: expect.stringContaining('The GPU is gone'),
      detail: { detail: { partialText: 'Half' } },
    })
  })

  test('a stop is a stop', async () => {
    const controller = new AbortController()
    const page: PageModels = {
      check: async () => ready,
      chat: (_question, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new Error('Aborted')))
          controller.abort()
        }),
    }
    await expect(ask(page, { signal: controller.signal })).rejects.toMatchObject({ code: 'run.stopped' })
  })
})
