import { expect, test } from 'vitest'
import { createWebLLMEngine, type Gpu, type WebLLMLibrary } from './createWebLLMEngine.ts'

type Runtime = InstanceType<WebLLMLibrary['MLCEngine']>
type Request = Parameters<Runtime['chat']['completions']['create']>[0]

const small = 'Small-q4f32_1-MLC'
const half = 'Half-q4f16_1-MLC'
const card: Gpu = { requestAdapter: async () => ({ features: { has: () => false } }) }

/**
 * WebLLM with the interface it documents: answers these words, and waits before the last one. One whose graphics card is
 * lost refuses to be stopped.
 */
function createFake({
  cached = [] as readonly string[],
  words = ['Good', ' day'],
  finish = 'stop',
  lost = false,
} = {}) {
  const log: string[] = []
  const requests: Request[] = []
  let go: () => void = () => undefined
  let wait = Promise.resolve()
  const hold = () => {
    wait = new Promise((resolve) => {
      go = resolve
    })
  }
  class MLCEngine implements Runtime {
    readonly #config: ConstructorParameters<WebLLMLibrary['MLCEngine']>[0]
    #interrupted = false
    constructor(config: ConstructorParameters<WebLLMLibrary['MLCEngine']>[0]) {
      this.#config = config
    }
    async reload(modelId: string) {
      log.push(`load ${modelId}`)
      this.#config.initProgressCallback({ progress: 0.5 })
      await wait
    }
    async unload() {
      log.push('unload')
      go()
    }
    async interruptGenerate() {
      log.push('interrupt')
      this.#interrupted = true
      go()
      if (lost) throw new Error('The device was lost.')
    }
    readonly chat = {
      completions: {
        create: async (request: Request) => {
          requests.push(request)
          return this.#stream()
        },
      },
    }
    async *#stream() {
      for (const content of words) {
        if (content === words.at(-1)) await wait
        if (this.#interrupted) return
        yield { choices: [{ delta: { content }, finish_reason: null }] }
      }
      yield { choices: [{ delta: {}, finish_reason: finish }] }
      yield { choices: [], usage: { prompt_tokens: 3, completion_tokens: 2, total_tokens: 5 } }
    }
  }
  const library: WebLLMLibrary = {
    MLCEngine,
    prebuiltAppConfig: {
      model_list: [{ model_id: small }, { model_id: half, required_features: ['shader-f16'] }],
    },
    hasModelInCache: async (modelId) => cached.includes(modelId),
    deleteModelAllInfoInCache: async (modelId) => {
      log.push(`delete ${modelId}`)
    },
  }
  let loads = 0
  const load = async () => {
    loads += 1
    return library
  }
  return { load, log, requests, hold, goOn: () => go(), loads: () => loads }
}

const question = {
  model: `webllm:${small}`,
  messages: [{ role: 'user' as const, content: 'Hi' }],
  temperature: 0.2,
  maxTokens: 10,
}
const { signal } = new AbortController()

test('without a graphics card it says why, and fetches no library', async () => {
  const { load, loads } = createFake()
  expect(await createWebLLMEngine(load, undefined).check(`webllm:${small}`)).toMatchObject({
    reason: expect.stringContaining('no WebGPU'),
  })
  const none: Gpu = { requestAdapter: async () => null }
  expect(await createWebLLMEngine(load, none).check(`webllm:${small}`)).toMatchObject({
    reason: expect.stringContaining('no graphics card'),
  })
  expect(loads()).toBe(0)
})

test.each([
  [small, { kind: 'download' }],
  ['Kept', { kind: 'unavailable', reason: expect.stringContaining('knows no model "Kept"') }],
  [half, { kind: 'unavailable', reason: expect.stringContaining('shader-f16') }],
])('%s', async (modelId, state) => {
  const { load, log } = createFake()
  expect(await createWebLLMEngine(load, card).check(`webllm:${modelId}`)).toEqual(state)
  expect(log, 'nothing is downloaded by looking').toEqual([])
})

test('a model on this device is ready, and answers in pieces with its counts', async () => {
  const { load, requests, log } = createFake({ cached: [small] })
  const engine = createWebLLMEngine(load, card)
  expect(await engine.check(`webllm:${small}`)).toEqual({ kind: 'ready', removable: true })
  const deltas: string[] = []
  const schema = { type: 'object' }
  const answer = await engine.chat({ ...question, schema }, { signal, onDelta: (text) => deltas.push(text) })
  expect(answer).toEqual({
    text: 'Good day',
    end: 'stop',
    usage: { inputTokens: 3, outputTokens: 2, totalTokens: 5 },
  })
  expect(deltas).toEqual(['Good', ' day'])
  expect(requests[0]).toMatchObject({
    stream: true,
    temperature: 0.2,
    max_tokens: 10,
    response_format: { type: 'json_object', schema: '{"type":"object"}' },
  })
  await engine.chat(question, { signal, onDelta: () => undefined })
  expect(log, 'it is loaded once').toEqual([`load ${small}`])
  await engine.remove(`webllm:${small}`)
  expect(log).toEqual([`load ${small}`, 'unload', `delete ${small}`])
})

test('an answer at its limit says so', async () => {
  const engine = createWebLLMEngine(createFake({ cached: [small], finish: 'length' }).load, card)
  expect(await engine.chat(question, { signal, onDelta: () => undefined })).toMatchObject({ end: 'length' })
})

test('a question never downloads a model', async () => {
  const { load, log } = createFake()
  const engine = createWebLLMEngine(load, card)
  await expect(engine.chat(question, { signal, onDelta: () => undefined })).rejects.toMatchObject({
    code: 'provider.notLoaded',
    detail: { model: question.model },
  })
  expect(log).toEqual([])
})

test('a stop that fails is the end of its question, and of nothing else', async () => {
  const { load, hold } = createFake({ cached: [small], lost: true })
  const engine = createWebLLMEngine(load, card)
  await engine.download(question.model, { signal, onProgress: () => undefined })
  const loose: unknown[] = []
  const onLoose = (reason: unknown) => loose.push(reason)
  process.on('unhandledRejection', onLoose)
  hold()
  const controller = new AbortController()
  const onDelta = () => controller.abort('enough')
  await expect(engine.chat(question, { signal: controller.signal, onDelta })).rejects.toBe('enough')
  // Rejections that nobody caught are told before the next task.
  await new Promise((resolve) => setImmediate(resolve))
  process.off('unhandledRejection', onLoose)
  expect(loose).toEqual([])
})

test('a download is followed, and can be cancelled', async () => {
  const { load, log, hold } = createFake()
  const engine = createWebLLMEngine(load, card)
  const progress: number[] = []
  hold()
  const controller = new AbortController()
  const onProgress = (fraction: number) => {
    progress.push(fraction)
    controller.abort()
  }
  await expect(engine.download(`webllm:${small}`, { signal: controller.signal, onProgress })).rejects.toMatchObject({
    name: 'AbortError',
  })
  expect(progress).toEqual([0.5])
  expect(log).toEqual([`load ${small}`, 'unload'])
})

test('questions are answered one after the other; a stop ends the one it is for', async () => {
  const { load, log, hold, goOn, requests } = createFake()
  const engine = createWebLLMEngine(load, card)
  await engine.download(`webllm:${small}`, { signal, onProgress: () => undefined })
  hold()
  const controller = new AbortController()
  const deltas: string[] = []
  const first = engine.chat(question, { signal: controller.signal, onDelta: (text) => deltas.push(text) })
  const second = engine.chat(question, { signal, onDelta: () => undefined })
  const stoppedEarly = new AbortController()
  const third = engine.chat(question, { signal: stoppedEarly.signal, onDelta: () => undefined })
  stoppedEarly.abort('never mind')
  await expect.poll(() => deltas).toEqual(['Good'])
  expect(requests).toHaveLength(1)
  controller.abort('enough')
  await expect(first).rejects.toBe('enough')
  goOn()
  expect(await second).toMatchObject({ text: expect.any(String) })
  await expect(third).rejects.toBe('never mind')
  expect(log.filter((entry) => entry === 'interrupt')).toHaveLength(1)
  expect(requests).toHaveLength(2)
})
