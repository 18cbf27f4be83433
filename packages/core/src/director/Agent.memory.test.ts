import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { collect, pick, testAgent } from '../../test/testAgent.ts'
import { createMemoryCheckpointer } from '../checkpoint/createMemoryCheckpointer.ts'
import type { LLMConfig, MemoryConfig } from '../config/AgentConfig.ts'
import { AgentError } from '../errors/AgentError.ts'
import type { ChatAnswer, ChatModelFactory } from '../models/ChatModel.ts'
import type { EmbedderFactory } from '../models/Embedder.ts'
import type { Message } from '../models/Message.ts'
import { readMessages } from '../step/conversation.ts'
import type { StepFunction } from '../step/StepContext.ts'
import { VectorCache } from './memory/VectorCache.ts'
import type { Services } from './Services.ts'

const fields = { messages: { type: 'messages' } } as const
const usage = { inputTokens: 30, outputTokens: 5, totalTokens: 35 }

/** A model that notes what it is asked, and answers what the test says. */
function scribe(answer: (asked: readonly Message[], call: number) => string | Promise<string>) {
  const asked: (readonly Message[])[] = []
  const settings: LLMConfig[] = []
  const models: ChatModelFactory = async (config) => ({
    config,
    async chat({ messages, onDelta }): Promise<ChatAnswer> {
      settings.push(config)
      asked.push(messages)
      const content = await answer(messages, asked.length)
      onDelta?.(content)
      return { message: { role: 'assistant', content }, usage }
    },
  })
  return { asked, settings, models }
}

const remembering =
  (take: (kept: readonly Message[]) => void, about?: string): StepFunction =>
  async (state, { models }) => {
    take(await models.remember(readMessages(state), about))
  }

async function remembered(
  memory: MemoryConfig | null,
  messages: readonly Message[],
  { about, services }: { readonly about?: string; readonly services?: Services } = {},
) {
  let kept: readonly Message[] = []
  const agent = await testAgent({
    fields,
    steps: { a: remembering((found) => (kept = found), about) },
    config: { memory },
    ...(services === undefined ? {} : { services }),
  })
  const events = await collect(agent, { messages: messages.map((message) => ({ ...message })) as never })
  const last = events.at(-1)
  if (last?.type === 'run-error') throw new AgentError(last.problem.code, last.problem.message)
  return { kept, events, brief: kept.map(({ content, role }) => `${role} ${content.slice(0, 1)}`.trim()) }
}

const memoryOf = (memoryType: MemoryConfig['memoryType'], maxTokens: number): MemoryConfig => ({
  memoryType,
  maxTokens,
  enabled: true,
})

const history: Message[] = [
  { role: 'system', content: 'rules' },
  { role: 'user', content: 'a'.repeat(40) },
  { role: 'assistant', content: '', toolCalls: [{ id: '1', name: 'add', args: {} }] },
  { role: 'tool', toolCallId: '1', content: 'b'.repeat(40) },
  { role: 'assistant', content: 'c'.repeat(40) },
  { role: 'user', content: 'd'.repeat(40) },
]
const all = ['system r', 'user a', 'assistant', 'tool b', 'assistant c', 'user d']

describe('conversation and buffer', () => {
  test.each<[string, MemoryConfig | null, string[]]>([
    ['no memory setting keeps everything', null, all],
    ['a conversation keeps everything', memoryOf('conversation', 1), all],
    ['memory switched off limits nothing', { ...memoryOf('buffer', 1), enabled: false }, all],
    ['a large buffer keeps everything', memoryOf('buffer', 1000), all],
    ['a small buffer keeps the newest message at least', memoryOf('buffer', 1), ['system r', 'user d']],
    ['a buffer begins with the person where it can', memoryOf('buffer', 24), ['system r', 'user d']],
    ['a tool call stays with its answer, or both go', memoryOf('buffer', 45), ['system r', 'user d']],
  ])('%s', async (_, memory, kept) => {
    expect((await remembered(memory, history)).brief).toEqual(kept)
  })

  test('a history without a person is cut between its messages', async () => {
    const thoughts = history.filter(({ role }) => role === 'assistant' || role === 'tool')
    expect((await remembered(memoryOf('buffer', 12), thoughts)).brief).toEqual(['assistant c'])
    expect((await remembered(memoryOf('buffer', 40), thoughts)).brief).toEqual(['assistant', 'tool b', 'assistant c'])
  })

  test('in the middle of its tool calls an agent still knows what it was asked', async () => {
    const working = history.slice(0, 5)
    expect((await remembered(memoryOf('buffer', 25), working)).brief).toEqual(['system r', 'user a', 'assistant c'])
  })
})

/** A conversation of so many turns, each of about `tokens` tokens. */
function turns(count: number, tokens = 40): Message[] {
  const half = tokens * 2
  return Array.from({ length: count }, (_, index): Message[] => [
    { id: `q${index}`, role: 'user', content: `Question ${index} `.padEnd(half, '.') },
    { id: `a${index}`, role: 'assistant', content: `Answer ${index} `.padEnd(half, '.') },
  ]).flat()
}

describe('summary', () => {
  const memory = memoryOf('summary', 200)
  const short = (messages: readonly Message[]) => messages.map(({ content }) => content.split(' .')[0])

  test('as long as everything fits nothing is summarised', async () => {
    const { asked, models } = scribe(() => 'never')
    expect((await remembered(memory, turns(4), { services: { models } })).kept).toHaveLength(8)
    expect(asked).toEqual([])
  })

  test('older turns are told in a summary, the newest half in their own words', async () => {
    const { asked, models, settings } = scribe(() => 'They talked.')
    const { kept, events } = await remembered(memory, turns(6), { services: { models } })
    expect(short(kept)).toEqual([
      'Summary of the conversation so far:\nThey talked.',
      'Question 4',
      'Answer 4',
      'Question 5',
      'Answer 5',
    ])
    expect(kept[0]?.role).toBe('system')
    expect(asked).toHaveLength(1)
    expect(asked[0]?.[1]?.content).toContain('User: Question 0')
    expect(asked[0]?.[1]?.content).toContain('Assistant: Answer 3')
    expect(asked[0]?.[1]?.content).not.toContain('Question 4')
    expect(settings[0]).toMatchObject({ provider: 'practice' })
    expect(pick(events, 'model-start')).toMatchObject([{ purpose: 'memory', stepId: 'a' }])
    expect(pick(events, 'step-delta')).toEqual([])
    expect(pick(events, 'step-end')[0]?.usage).toEqual(usage)
    expect(pick(events, 'run-end')[0]?.usage).toEqual(usage)
  })

  test('the summary has a model of its own when the settings name one, with room for what it is to write', async () => {
    const { settings, models } = scribe(() => 'They talked.')
    const llmConfig = { provider: 'openai', model: 'small', maxTokens: 20 } as const
    await remembered({ ...memory, llmConfig }, turns(6), { services: { models } })
    expect(settings).toMatchObject([{ provider: 'openai', model: 'small', maxTokens: 200 }])
  })

  test('it is made once, reused, and grows by what is new', async () => {
    const { asked, models } = scribe((_, call) => `Summary ${call}.`)
    const kept: (readonly Message[])[] = []
    const agent = await testAgent({
      fields,
      steps: { a: remembering((found) => kept.push(found)) },
      config: { memory },
      services: { models },
    })
    const say = (messages: readonly Message[]) => agent.run({ messages: messages as never }, { threadId: 't' })
    const long = turns(11)
    await say(long.slice(0, 12))
    await say(long.slice(12, 13))
    expect(asked).toHaveLength(1)
    expect(kept[1]?.[0]?.content).toContain('Summary 1.')
    await say(long.slice(13, 20))
    expect(asked).toHaveLength(2)
    const second = asked[1]?.[1]?.content ?? ''
    expect(second).toContain('Summary so far: Summary 1.')
    expect(second).not.toContain('Question 0 ')
    expect(second).toContain('Question 4 ')
    await say(long.slice(20))
    expect(asked).toHaveLength(2)
    expect(kept.at(-1)?.[0]?.content).toContain('Summary 2.')
  })

  test('it is the same in the steps that follow, also after parallel ones', async () => {
    const { asked, models } = scribe((_, call) => `Summary ${call}.`)
    const step = remembering(() => {})
    const agent = await testAgent({
      fields,
      steps: { a: step, b: step, c: step },
      edges: ['START -> a', 'START -> b', 'a -> c', 'b -> c'],
      config: { memory },
      services: { models },
    })
    await agent.run({ messages: turns(6) as never })
    expect(asked).toHaveLength(2)
  })

  test('it does not show in the state, and no step can reach it', async () => {
    const { models } = scribe(() => 'They talked.')
    const agent = await testAgent({
      fields,
      steps: { a: remembering(() => {}) },
      config: { memory },
      services: { models },
    })
    const state = await agent.run({ messages: turns(6) as never }, { threadId: 't' })
    expect(Object.keys(state)).toEqual(['messages'])
  })

  test('a step that is tried again does not ask for it again', async () => {
    const { asked, models } = scribe(() => 'They talked.')
    let tries = 0
    const agent = await testAgent({
      fields,
      steps: {
        a: async (state, { models: own }) => {
          await own.remember(readMessages(state))
          tries += 1
          if (tries < 3) throw new AgentError('provider.server', 'Down.', { retryable: true })
        },
      },
      config: { memory },
      services: { models },
    })
    await agent.run({ messages: turns(6) as never })
    expect([tries, asked.length]).toEqual([3, 1])
  })

  test('a very long conversation joins it part by part', async () => {
    const { asked, models } = scribe((_, call) => `Summary ${call}.`)
    const { kept } = await remembered(memory, turns(200, 100), { services: { models } })
    expect(asked.length).toBeGreaterThan(2)
    expect(asked.every(([, request]) => (request?.content.length ?? 0) < 30_000)).toBe(true)
    expect(asked[1]?.[1]?.content).toContain('Summary so far: Summary 1.')
    expect(kept[0]?.content).toContain(`Summary ${asked.length}.`)
  })

  test('a summary that is longer than it was asked to be is cut', async () => {
    const { models } = scribe(() => 'long '.repeat(1000))
    const { kept } = await remembered(memory, turns(6), { services: { models } })
    expect(kept[0]?.content.length).toBeLessThanOrEqual(400)
    expect(kept[0]?.content.endsWith('…')).toBe(true)
  })

  test('without room for a summary only the newest turns are sent', async () => {
    const { asked, models } = scribe(() => 'never')
    const { kept } = await remembered(memoryOf('summary', 45), turns(6), { services: { models } })
    expect(short(kept)).toEqual(['Question 5', 'Answer 5'])
    expect(asked).toEqual([])
  })

  test('a summary that cannot be had fails the step with the reason', async () => {
    const { models } = scribe(() => {
      throw new AgentError('provider.network', 'Nothing answered at example.test.')
    })
    const failed = remembered({ ...memory }, turns(6), { services: { models, random: () => 0 } })
    await expect(failed).rejects.toMatchObject({ code: 'provider.network' })
  })
})

const diary: Message[] = [
  ['My cat is called Minka.', 'A lovely name for a cat.'],
  ['I live in Bremen.', 'Bremen is on the Weser.'],
  ['My favourite soup is lentil.', 'Lentil soup keeps well.'],
  ['It rains today.', 'Take an umbrella.'],
  ['I bought a red bicycle.', 'Enjoy the ride.'],
  ['Good evening.', 'Good evening to you.'],
].flatMap(([question = '', answer = ''], index): Message[] => [
  { id: `q${index}`, role: 'user', content: question },
  { id: `a${index}`, role: 'assistant', content: answer },
])
const ask = (content: string): Message => ({ id: 'now', role: 'user', content })

describe('vector', () => {
  const memory = memoryOf('vector', 32)
  const lines = (messages: readonly Message[]) => messages.map(({ content }) => content)

  test.each<[string, string, string[]]>([
    [
      'the turn about the same thing comes back whole, in its place',
      'What is the name of my cat?',
      diary.slice(0, 2).map(({ content }) => content),
    ],
    ['another question, another turn', 'Where is Bremen?', diary.slice(2, 4).map(({ content }) => content)],
    ['a question that has to do with nothing', 'Why?', []],
  ])('by words: %s', async (_, question, found) => {
    const { kept } = await remembered(memory, [...diary, ask(question)])
    expect(lines(kept)).toEqual([...found, ...lines(diary.slice(-2)), question])
  })

  test('a prompt that is not in the history yet is what is searched for', async () => {
    const { kept } = await remembered(memory, diary, { about: 'Which colour has my bicycle? Soup?' })
    expect(lines(kept)).toEqual(lines([...diary.slice(4, 6), ...diary.slice(-4)]))
  })

  test('everything is sent while it fits, and nothing is searched', async () => {
    const { kept } = await remembered(memoryOf('vector', 500), [...diary, ask('Why?')])
    expect(kept).toHaveLength(13)
  })

  test('by meaning: the turns whose vectors point the same way', async () => {
    const asked: (readonly string[])[] = []
    const embedders: EmbedderFactory = async () => ({
      async embed(texts) {
        asked.push(texts)
        return texts.map((text) => (/pet|Minka/.test(text) ? [1, 0] : [0, 1]))
      },
    })
    const search = { by: 'meaning', provider: 'ollama', model: 'small' } as const
    const messages = [...diary, ask('Do I keep a pet?')]
    const services = { embedders, vectors: new VectorCache() }
    const { kept, events } = await remembered({ ...memory, search }, messages, { services })
    expect(lines(kept).slice(0, 2)).toEqual(lines(diary.slice(0, 2)))
    expect(asked).toHaveLength(1)
    expect(asked[0]?.[0]).toBe('Do I keep a pet?')
    const next = [...diary, ask('Any pet?')]
    await remembered({ ...memory, search }, next, { services })
    expect(asked.slice(1)).toEqual([['Any pet?']])
    // Nothing of one who keeps them elsewhere is known here.
    await remembered({ ...memory, search }, next, { services: { embedders } })
    expect(asked[2]).toHaveLength(asked[0]?.length ?? 0)
    expect(pick(events, 'step-log')[0]?.message).toContain('ollama/small')
  })
})

test('a conversation that is sent whole with each turn is kept once', async () => {
  const checkpointer = createMemoryCheckpointer()
  const kept: string[] = []
  const agent = await testAgent({
    fields,
    steps: { a: (state) => ({ messages: [{ role: 'assistant', content: `${readMessages(state).length}` }] }) },
    services: { checkpointer },
  })
  let conversation: readonly unknown[] = []
  for (let turn = 0; turn < 4; turn += 1) {
    const input = [...conversation, { role: 'user', content: 'Next' }]
    const { messages } = await agent.run({ messages: input as never }, { threadId: 't' })
    conversation = messages as readonly unknown[]
  }
  for await (const { pendingWrites = [] } of checkpointer.list({ configurable: { thread_id: 't' } })) {
    for (const [, channel, value] of pendingWrites) if (channel === 'messages') kept.push(...(value as string[]))
  }
  expect(conversation).toHaveLength(8)
  expect(kept.length).toBeLessThanOrEqual(8)
})

test('a message that was changed takes the place of the one that is known', async () => {
  const agent = await testAgent({ fields, steps: { a: () => {} } })
  const first = { id: '1', role: 'user', content: 'Helo' }
  await agent.run({ messages: [first] as never }, { threadId: 't' })
  const mended = { ...first, content: 'Hello' }
  const { messages } = await agent.run({ messages: [mended, { ...first, id: '2' }] as never }, { threadId: 't' })
  expect(messages).toEqual([mended, { ...first, id: '2' }])
})

/** Histories as agents make them: instructions, questions, answers, tool calls with one or more answers. */
const anyHistory = fc
  .array(
    fc.record({
      question: fc.string({ maxLength: 120 }),
      calls: fc.array(fc.array(fc.string({ maxLength: 80 }), { minLength: 1, maxLength: 3 }), { maxLength: 3 }),
      answer: fc.option(fc.string({ minLength: 1, maxLength: 120 })),
      rule: fc.option(fc.string({ maxLength: 20 })),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((said) => said.flatMap(toMessages).map((message, index): Message => ({ ...message, id: `m${index}` })))

function toMessages(
  turn: { question: string; calls: string[][]; answer: string | null; rule: string | null },
  place: number,
): Message[] {
  return [
    ...(turn.rule === null ? [] : [{ role: 'system', content: turn.rule } as const]),
    { role: 'user', content: turn.question },
    ...turn.calls.flatMap((results, call): Message[] => [
      {
        role: 'assistant',
        content: '',
        toolCalls: results.map((_, index) => ({ id: `${place}-${call}-${index}`, name: 'look', args: {} })),
      },
      ...results.map((content, index): Message => ({ role: 'tool', toolCallId: `${place}-${call}-${index}`, content })),
    ]),
    ...(turn.answer === null ? [] : [{ role: 'assistant', content: turn.answer } as const]),
  ]
}

const tokens = (messages: readonly Message[]) =>
  messages.reduce((sum, { content, toolCalls }) => {
    return sum + Math.ceil((content.length + (toolCalls === undefined ? 0 : JSON.stringify(toolCalls).length)) / 4)
  }, 0)

test.each(['buffer', 'summary', 'vector'] as const)(
  '%s: instructions and the newest turn stay, calls keep their answers, and the tokens keep to their limit',
  async (memoryType) => {
    const { models } = scribe((asked) => asked[1]?.content.slice(0, 300) ?? '')
    const property = fc.asyncProperty(anyHistory, fc.integer({ min: 1, max: 400 }), async (messages, maxTokens) => {
      const { kept } = await remembered(memoryOf(memoryType, maxTokens), messages, { services: { models } })
      const instructions = messages.filter(({ role }) => role === 'system')
      const summary = kept.filter(({ role, id }) => role === 'system' && id === undefined)
      const question = messages.findLast(({ role }) => role === 'user')
      const newest = messages.slice(messages.findLastIndex(({ role }) => role !== 'tool' && role !== 'system'))
      const always = [...new Set([...instructions, ...summary, question, ...newest])].filter(
        (part) => part !== undefined,
      )
      const ids = new Set(kept.map(({ id }) => id))
      expect(always.every(({ id }) => ids.has(id))).toBe(true)
      expect(tokens(kept)).toBeLessThanOrEqual(Math.max(maxTokens, tokens(always)))
      const called = kept.flatMap(({ toolCalls = [] }) => toolCalls.map(({ id }) => id))
      expect(kept.flatMap(({ toolCallId }) => toolCallId ?? [])).toEqual(called)
      expect(kept.find(({ role }) => role !== 'system')?.role).toBe('user')
      const said = kept.filter(({ id, role }) => id !== undefined && role !== 'system').map(({ id }) => id)
      expect(said).toEqual(messages.map(({ id }) => id).filter((id) => said.includes(id)))
      expect(new Set(said).size).toBe(said.length)
    })
    await fc.assert(property, { numRuns: 60 })
  },
)
