import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultLLM } from '../config/AgentConfig.ts'
import { AgentError } from '../errors/AgentError.ts'
import type { Json } from '../json/Json.ts'
import type { ChatRequest } from '../models/ChatModel.ts'
import type { Message } from '../models/Message.ts'
import { createChatModel, createChatModelFactory } from './createChatModel.ts'
import { PRACTICE_NOTE } from './practice/composeText.ts'
import { createPracticeModel } from './practice.ts'

interface Schema {
  readonly [key: string]: Json
}

const nowhere: typeof fetch = () => Promise.reject(new Error('The practice model asks nobody.'))
const services = { keys: { get: () => undefined }, fetch: nowhere }

async function ask(request: Partial<ChatRequest>) {
  const model = await createChatModel(defaultLLM, services)
  return model.chat({ messages: [], signal: new AbortController().signal, ...request })
}

const user = (content: string): Message => ({ role: 'user', content })
const system = (content: string): Message => ({ role: 'system', content })
const say = async (question: string, instructions?: string): Promise<string> => {
  const messages = [...(instructions === undefined ? [] : [system(instructions)]), user(question)]
  return (await ask({ messages })).message.content
}
const objectOf = (properties: Schema): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
})
const fill = async (schema: Schema, question: string, instructions = '') =>
  (await ask({ messages: [system(instructions), user(question)], output: { name: 'form', schema } })).output

describe('text', () => {
  test.each([
    ['Greet Ada warmly.', /^Hello, Ada!/],
    ['Write a greeting for Grace.', /^Hello, Grace!/],
    ['Hello', /^Hello!/],
    ['Tell a joke about databases', /databases/],
    ['Describe a personality for a tea shop', /^Tea shop: warm and curious/],
    ['Write a short paragraph about electric bicycles.', /^Electric bicycles: /],
    [
      'Critique this draft:\nElectric bicycles are quick.',
      /^What works: it comes to electric bicycles early[\s\S]*What to change:/,
    ],
    [
      'Revise the draft.\n\nDraft: Bicycles are quick.\n\nCritique: dull',
      /^Bicycles are quick\. Take .* as an example/,
    ],
    ['List three advantages of remote work', /^Three points about remote work:\n- [\s\S]*\n- [\s\S]*\n- /],
    [
      'Combine the findings:\n\nMarket: grows. Fast.\nRisk: prices fall.',
      /^Taken together: Market: grows\. Risk: prices fall\.\n/,
    ],
    ['Summarise: The fox jumped over the dog. It slept.', /^In short: The fox jumped over the dog\.\n/],
    ['Write a haiku about rain', /^Rain at first light,\n/],
    ['Translate into French: good morning', /translate this: “good morning”/],
    ['Translate this', /translate this: “/],
    ['Welcome our guests', /^Hello, dear guests!/],
    ['Summarise the market report', /^In short: Summarise the market report/],
    ['Sum up:\n\nShort.\n\nA much longer paragraph. It goes on.\n\nBrief.', /^In short: A much longer paragraph\.\n/],
    ['Combine: points on tea', /^Taken together: points on tea\n/],
    ['Combine the findings', /^Taken together: Combine the findings\n/],
    [
      'Combine:\n\nThree points about tea:\n- Taste: mild.\n- Price: low.\n\nA plain line',
      /^Taken together: Taste: mild\. A plain line\n/,
    ],
    ['Improve: Tea', /^Tea Take .* as an example/],
    ['What is the capital of France?', /question[\s\S]*France/],
    ['Answer briefly: When does my parcel arrive?', /question[\s\S]*parcel/],
    ['My name is Linus and I like fish', /“Linus” and “fish”/],
    ['', /this/],
  ])('%j', async (question, expected) => {
    const text = await say(question)
    expect(text).toMatch(expected)
    expect(text.endsWith(PRACTICE_NOTE)).toBe(true)
    expect(text.length).toBeLessThan(500)
  })

  test('speaks in the role it is given', async () => {
    expect(await say('What is for lunch?', 'You are a grumpy pirate. Be brief.')).toMatch(
      /^As a grumpy pirate, I say: /,
    )
    expect(await say('What is for lunch?', 'You are an owl')).toMatch(/^As an owl, I say: /)
    expect(await say('What is for lunch?', 'You are Robo, a robot.')).toMatch(/^As Robo, I say: /)
  })

  test('says the one word that is wanted when nothing is left to mend, once that is so', async () => {
    const editor = 'Be fair. If nothing is left to mend, answer with the single word APPROVED.'
    const draft = await say('Write one paragraph about tea')
    expect(await say(`Criticise this text:\n\n${draft}`, editor)).toMatch(/^What works: /)
    const revised = await say(`Revise this text:\n\n${draft}\n\nThe editor says:\n\nToo dull.`)
    expect(await say(`Criticise this text:\n\n${revised}`, editor)).toMatch(/^APPROVED\n/)
  })

  test('takes its own note for no part of what it is told', async () => {
    const first = await say('Write a paragraph about tea')
    expect(await say(`Summarise: ${first}`)).toBe(await say(`Summarise: ${first.replace(PRACTICE_NOTE, '').trim()}`))
  })

  test('the same question always gets the same answer', () =>
    fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), async (question, instructions) => {
        expect(await say(question, instructions)).toBe(await say(question, instructions))
      }),
    ))

  test('arrives word by word, and counts its tokens', async () => {
    const deltas: string[] = []
    const { message, usage } = await ask({ messages: [user('Hello')], onDelta: (text) => deltas.push(text) })
    expect(deltas.join('')).toBe(message.content)
    expect(deltas.length).toBe(message.content.split(/\s+/).length)
    expect(usage).toEqual({
      inputTokens: 2,
      outputTokens: Math.ceil(message.content.length / 4),
      totalTokens: 2 + Math.ceil(message.content.length / 4),
    })
  })
})

describe('choices', () => {
  const rules = 'Choose one:\n- refund: wants money back\n- delivery: where is the parcel\n- other'
  const route = objectOf({ route: { type: 'string', enum: ['refund', 'delivery', 'other'] } })
  test.each([
    ['Please refund me', 'refund'],
    ['I want my money back', 'refund'],
    ['My parcels are late', 'delivery'],
    ['Tell me about cats', 'other'],
  ])('%s', async (question, chosen) => {
    expect(await fill(route, question, rules)).toEqual({ route: chosen })
  })

  test('without words in common the last option is taken, unless one is made for the rest', async () => {
    const choice = (options: string[]) => fill(objectOf({ kind: { enum: options } }), 'Tell me about cats')
    expect(await choice(['red', 'green', 'blue'])).toEqual({ kind: 'blue' })
    expect(await choice(['red', 'general', 'blue'])).toEqual({ kind: 'general' })
  })

  test('a loop turns once and ends', async () => {
    const verdict = objectOf({ verdict: { enum: ['revise', 'approve'] } })
    const draft = await say('Write a draft about tea')
    expect(await fill(verdict, draft)).toEqual({ verdict: 'revise' })
    const revised = await say(`Revise this draft:\n${draft}`)
    expect(await fill(verdict, revised)).toEqual({ verdict: 'approve' })
  })
})

describe('forms', () => {
  test.each<[string, Schema, Json]>([
    ['a choice that is always null', { anyOf: [{ type: 'null' }, { type: 'null' }] }, null],
    ['what is put together of parts', { allOf: [{ type: 'string' }, { const: 'both' }] }, 'both'],
    ['numbers that are told apart', { type: 'array', items: { type: 'integer' }, uniqueItems: true }, [5, 6, 7]],
  ])('%s', async (_, schema, expected) => {
    expect(await fill(objectOf({ value: schema }), 'Cats 5 5 5')).toEqual({ value: expected })
  })

  test('a part that stands elsewhere', async () => {
    const schema = { ...objectOf({ value: { $ref: '#/$defs/a' } }), $defs: { a: { const: 'there' } } }
    expect(await fill(schema, 'Cats')).toEqual({ value: 'there' })
  })

  test('a form that is made of its own kind comes to an end', async () => {
    const node = objectOf({ more: { type: 'array', items: { $ref: '#' } } })
    expect(JSON.stringify(await fill(node, 'Cats'))).toMatch(/^\{"more":\[\{"more":.*"more":\[\]/)
  })
})

describe('tools', () => {
  const weather = {
    name: 'get_weather',
    description: 'The weather of a city',
    parameters: objectOf({ city: { type: 'string' } }),
  }
  const sum = {
    name: 'addNumbers',
    description: 'Adds two numbers',
    parameters: objectOf({ a: { type: 'number' }, b: { type: 'number' } }),
  }
  const tools = [sum, weather]

  test('the one that shares words with the question is called, with arguments from it', async () => {
    const deltas: string[] = []
    const onDelta = (text: string) => deltas.push(text)
    const answer = await ask({ messages: [user('How is the weather in Rome?')], tools, onDelta })
    expect(answer.message.toolCalls).toEqual([{ id: expect.any(String), name: 'get_weather', args: { city: 'Rome' } }])
    expect(deltas).toEqual([])
    expect(answer.usage?.outputTokens).toBeGreaterThan(0)
  })

  test('none is called when none fits, nor twice for one question', async () => {
    expect((await ask({ messages: [user('Tell me about cats')], tools })).message.toolCalls).toBeUndefined()
    const question = user('How is the weather in Rome?')
    const { message } = await ask({ messages: [question], tools })
    const result: Message = { role: 'tool', content: '28 degrees.', name: 'get_weather', toolCallId: 'practice_1' }
    const answer = await ask({ messages: [question, message, result], tools })
    expect(answer.message.toolCalls).toBeUndefined()
    expect(answer.message.content).toMatch(/^get_weather says: 28 degrees\./)
  })

  test('a tool without parameters is called with none', async () => {
    const tools = [{ name: 'weather', description: '', parameters: { type: 'string' } }]
    expect((await ask({ messages: [user('weather')], tools })).message.toolCalls?.[0]?.args).toEqual({})
  })
})

describe('stopping', () => {
  test('ends it between two words, and during a pause', async () => {
    const controller = new AbortController()
    const slow = await createChatModelFactory({ practiceDelayMs: 1 })(defaultLLM, services)
    const running = slow.chat({
      messages: [user('Hello')],
      signal: controller.signal,
      onDelta: () => controller.abort(),
    })
    await expect(running).rejects.toMatchObject({ code: 'run.stopped' })
    const endless = createPracticeModel(defaultLLM, { delayMs: 1_000_000 })
    const reason = new AgentError('run.timeout', 'The step took too long.')
    const second = new AbortController()
    const waiting = endless.chat({ messages: [user('Hello')], signal: second.signal })
    second.abort(reason)
    await expect(waiting).rejects.toBe(reason)
    await expect(endless.chat({ messages: [user('Hello')], signal: second.signal })).rejects.toBe(reason)
  })
})
