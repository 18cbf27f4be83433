import { expect, test } from 'vitest'
import { createTransformersEngine, type TransformersLibrary } from './createTransformersEngine.ts'

type Library = TransformersLibrary<string, Streamer, Stopping>

class Streamer {
  readonly tokenizer: string
  readonly options: ConstructorParameters<Library['TextStreamer']>[1]
  constructor(tokenizer: string, options: ConstructorParameters<Library['TextStreamer']>[1]) {
    this.tokenizer = tokenizer
    this.options = options
  }
}

class Stopping {
  interrupted = false
  interrupt() {
    this.interrupted = true
  }
}

/** Transformers.js with the interface it documents: answers these words, and waits before the last one. */
function createFake({ cached = false, words = ['Good ', 'day'] } = {}) {
  const asked: { readonly messages: unknown; readonly options: object }[] = []
  const disposed: string[] = []
  const requests: RequestInit[] = []
  let wait = Promise.resolve()
  const library: Library = {
    env: {
      fetch: async (_input, init = {}) => {
        requests.push(init)
        return new Response()
      },
    },
    TextStreamer: Streamer,
    InterruptableStoppingCriteria: Stopping,
    ModelRegistry: {
      is_pipeline_cached: async () => cached,
      clear_pipeline_cache: async (_task, model) => {
        disposed.push(`cache of ${model}`)
      },
    },
    async pipeline(_task, model, { progress_callback }) {
      progress_callback({ status: 'initiate' })
      if (!cached) await library.env.fetch(`https://huggingface.co/${model}`)
      progress_callback({ status: 'progress_total', progress: 50 })
      const generate: Awaited<ReturnType<Library['pipeline']>> = Object.assign(
        async (messages: unknown, options: Parameters<typeof generate>[1]) => {
          asked.push({ messages, options })
          for (const word of words) {
            if (word === words.at(-1)) await wait
            if (options.stopping_criteria.interrupted) return
            options.streamer.options.token_callback_function([1n])
            options.streamer.options.callback_function(word)
          }
        },
        {
          tokenizer: `tokenizer of ${model}`,
          model: { forward: async () => undefined },
          dispose: async () => {
            disposed.push(model)
          },
        },
      )
      return generate
    },
  }
  const hold = () => {
    let go = () => undefined as void
    wait = new Promise((resolve) => {
      go = resolve
    })
    return () => go()
  }
  return { load: async () => library, library, asked, disposed, requests, hold }
}

const question = {
  model: 'transformers:org/tiny',
  messages: [{ role: 'user' as const, content: 'Hi' }],
  temperature: 0,
  maxTokens: 10,
}
const { signal } = new AbortController()
const nobody = { signal, onDelta: () => undefined }

test('looks whether a model is here, without a request', async () => {
  const { load, requests } = createFake()
  expect(await createTransformersEngine(load).check('transformers:org/tiny')).toEqual({ kind: 'download' })
  expect(await createTransformersEngine(createFake({ cached: true }).load).check('transformers:org/tiny')).toEqual({
    kind: 'ready',
    removable: true,
  })
  expect(requests).toEqual([])
})

test('a download is followed, and its requests end with it', async () => {
  const { load, requests } = createFake()
  const engine = createTransformersEngine(load)
  const progress: number[] = []
  await engine.download('transformers:org/tiny', { signal, onProgress: (fraction) => progress.push(fraction) })
  expect(progress).toEqual([0.5])
  expect(requests).toEqual([{ signal }])
})

test('a question never makes a request', async () => {
  const { load, requests } = createFake()
  await expect(createTransformersEngine(load).chat(question, nobody)).rejects.toThrow('not wholly on this device')
  expect(requests).toEqual([])
})

test('a library that could not be fetched is fetched with the next question', async () => {
  const { load } = createFake({ cached: true })
  const fetches = [() => Promise.reject(new TypeError('Failed to fetch')), load]
  const engine = createTransformersEngine(() => (fetches.shift() ?? load)())
  await expect(engine.check(question.model)).rejects.toThrow('Failed to fetch')
  expect(await engine.check(question.model)).toMatchObject({ kind: 'ready' })
})

test('an answer comes in pieces, by the settings', async () => {
  const { load, asked } = createFake({ cached: true })
  const engine = createTransformersEngine(load)
  const deltas: string[] = []
  expect(await engine.chat(question, { signal, onDelta: (text) => deltas.push(text) })).toEqual({
    text: 'Good day',
    end: 'stop',
  })
  expect(deltas).toEqual(['Good ', 'day'])
  expect(asked[0]?.messages).toEqual(question.messages)
  expect(asked[0]?.options).toMatchObject({
    max_new_tokens: 10,
    do_sample: false,
    streamer: { tokenizer: 'tokenizer of org/tiny' },
  })
  await engine.chat({ ...question, temperature: 0.7 }, nobody)
  expect(asked[1]?.options).toMatchObject({ do_sample: true, temperature: 0.7 })
})

test('as many tokens as were allowed are an answer cut off', async () => {
  const engine = createTransformersEngine(createFake({ cached: true }).load)
  expect(await engine.chat({ ...question, maxTokens: 2 }, nobody)).toMatchObject({ end: 'length' })
})

test('a stop ends the answer, and another model takes the place of the first', async () => {
  const { load, hold, disposed } = createFake({ cached: true })
  const engine = createTransformersEngine(load)
  const goOn = hold()
  const controller = new AbortController()
  const answer = engine.chat(question, { signal: controller.signal, onDelta: () => controller.abort('enough') })
  await expect.poll(() => controller.signal.aborted).toBe(true)
  goOn()
  await expect(answer).rejects.toBe('enough')
  await engine.chat({ ...question, model: 'transformers:org/other' }, nobody)
  expect(disposed).toEqual(['org/tiny'])
  await engine.remove('transformers:org/other')
  expect(disposed).toEqual(['org/tiny', 'org/other', 'cache of org/other'])
})
