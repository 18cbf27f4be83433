import { describe, expect, test } from 'vitest'
import { type BuiltInModel, createBuiltInEngine } from './createBuiltInEngine.ts'

type Created = Parameters<BuiltInModel['create']>[0]

/** A browser's own model with the interface that the Prompt API documents. */
function createFake(
  availability: Awaited<ReturnType<BuiltInModel['availability']>>,
  answer: () => ReadableStream<string>,
) {
  const created: Created[] = []
  const prompts: unknown[] = []
  let destroyed = 0
  const LanguageModel: BuiltInModel = {
    availability: async () => availability,
    async create(options) {
      created.push(options)
      const monitor = new EventTarget()
      options.monitor?.(monitor)
      for (const loaded of [0, 0.25, 1]) monitor.dispatchEvent(Object.assign(new Event('downloadprogress'), { loaded }))
      return {
        promptStreaming(...prompt) {
          prompts.push(prompt)
          return answer()
        },
        destroy() {
          destroyed += 1
        },
      }
    },
  }
  return { engine: createBuiltInEngine({ LanguageModel }), created, prompts, destroyed: () => destroyed }
}

const say = (...pieces: readonly string[]) =>
  new ReadableStream<string>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece)
      controller.close()
    },
  })
const fail = (error: unknown) =>
  new ReadableStream<string>({
    start: (controller) => controller.error(error),
  })

const question = {
  model: 'built-in',
  messages: [
    { role: 'system' as const, content: 'Be brief.' },
    { role: 'user' as const, content: 'Hi' },
  ],
  temperature: 0,
  maxTokens: 10,
}
const { signal } = new AbortController()
const listen = { signal, onDelta: () => undefined }

describe('check', () => {
  test.each([
    ['available', { kind: 'ready' }],
    ['downloadable', { kind: 'download' }],
    ['downloading', { kind: 'download' }],
    ['unavailable', { kind: 'unavailable', reason: expect.stringContaining('on this device') }],
  ] as const)('%s', async (availability, state) => {
    const { engine, created } = createFake(availability, () => say())
    expect(await engine.check('built-in')).toEqual(state)
    expect(created, 'nothing is made, and so nothing is downloaded').toEqual([])
  })

  test('a browser without one', async () => {
    const engine = createBuiltInEngine({})
    expect(await engine.check('built-in')).toEqual({
      kind: 'unavailable',
      reason: 'This browser has no built-in model.',
    })
    await expect(engine.chat(question, listen)).rejects.toMatchObject({ code: 'provider.unsupported' })
  })
})

test('a download is followed, and its session given back', async () => {
  const { engine, destroyed, created } = createFake('downloadable', () => say())
  const progress: number[] = []
  await engine.download('built-in', { signal, onProgress: (fraction) => progress.push(fraction) })
  expect(progress).toEqual([0, 0.25, 1])
  expect(created[0]?.signal).toBe(signal)
  expect(destroyed()).toBe(1)
})

test('a question streams its answer; what came before it is told first', async () => {
  const { engine, created, prompts, destroyed } = createFake('available', () => say('Good', ' day'))
  const deltas: string[] = []
  const schema = { type: 'object' }
  const answer = await engine.chat({ ...question, schema }, { signal, onDelta: (text) => deltas.push(text) })
  expect(answer).toEqual({ text: 'Good day', end: 'stop' })
  expect(deltas).toEqual(['Good', ' day'])
  expect(created[0]?.initialPrompts).toEqual([{ role: 'system', content: 'Be brief.' }])
  expect(prompts).toEqual([[[{ role: 'user', content: 'Hi' }], { signal, responseConstraint: schema }]])
  expect(destroyed()).toBe(1)
})

test('a question never downloads the model', async () => {
  const { engine, created } = createFake('downloadable', () => say('Good day'))
  await expect(engine.chat(question, listen)).rejects.toMatchObject({
    code: 'provider.notLoaded',
    detail: { model: 'built-in' },
  })
  expect(created).toEqual([])
})

test.each([
  ['QuotaExceededError', 'provider.contextLimit'],
  ['NotSupportedError', 'provider.unsupported'],
])('%s is told by its code', async (name, code) => {
  const { engine, destroyed } = createFake('available', () => fail(new DOMException('No', name)))
  await expect(engine.chat(question, listen)).rejects.toMatchObject({ code })
  expect(destroyed()).toBe(1)
})

test('any other fault is left as it is', async () => {
  const fault = new DOMException('Crashed', 'UnknownError')
  await expect(createFake('available', () => fail(fault)).engine.chat(question, listen)).rejects.toBe(fault)
})
