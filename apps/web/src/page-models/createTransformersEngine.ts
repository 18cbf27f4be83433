import type { PageAnswer, PageMessage, PageQuestion } from '@petal/core/model'
import { createModelSlot } from './createModelSlot.ts'
import { createTurns } from './createTurns.ts'
import { openOnce } from './openOnce.ts'
import type { PageEngine } from './PageEngine.ts'

/** How weights are stored and what they run on: 8-bit numbers on the CPU, which every browser has. */
const form = { dtype: 'q8', device: 'wasm' } as const
const TASK = 'text-generation'

/** The part of Transformers.js that is used here, whatever it takes for a tokenizer, a streamer and an end. */
export interface TransformersLibrary<Tokenizer, Streamer, Stopping> {
  readonly env: { fetch: (input: string | URL, init?: RequestInit) => Promise<Response> }
  pipeline(
    task: typeof TASK,
    model: string,
    options: typeof form & { progress_callback(report: { readonly status: string; readonly progress?: number }): void },
  ): Promise<TextGenerator<Tokenizer, Streamer, Stopping>>
  readonly TextStreamer: new (
    tokenizer: Tokenizer,
    options: {
      readonly skip_prompt: true
      readonly skip_special_tokens: true
      callback_function(text: string): void
      token_callback_function(tokens: readonly bigint[]): void
    },
  ) => Streamer
  readonly InterruptableStoppingCriteria: new () => Stopping & { interrupt(): void }
  readonly ModelRegistry: {
    is_pipeline_cached(task: typeof TASK, model: string, options: typeof form): Promise<boolean>
    clear_pipeline_cache(task: typeof TASK, model: string, options: typeof form): Promise<unknown>
  }
}

interface TextGenerator<Tokenizer, Streamer, Stopping> {
  // The library's own type has a mutable list.
  (messages: PageMessage[], options: GenerationOptions<Streamer, Stopping>): Promise<unknown>
  readonly tokenizer: Tokenizer
  readonly model: { forward(inputs: object): Promise<unknown> }
  dispose(): Promise<unknown>
}

// A type and no interface: the library's own options have an index signature.
type GenerationOptions<Streamer, Stopping> = {
  readonly max_new_tokens: number
  readonly do_sample: boolean
  readonly temperature?: number
  readonly streamer: Streamer
  readonly stopping_criteria: Stopping
}

/** How its models are named in settings. */
const PREFIX = 'transformers:'

/**
 * Models on the CPU, by Transformers.js. One is loaded at a time, and it answers one question after the other. The
 * library's requests pass only while something is downloaded.
 *
 * @param load fetches the library, which is large
 */
export function createTransformersEngine<Tokenizer, Streamer, Stopping>(
  load: () => Promise<TransformersLibrary<Tokenizer, Streamer, Stopping>>,
): PageEngine {
  const inTurn = createTurns()
  const slot = createModelSlot<TextGenerator<Tokenizer, Streamer, Stopping>>((generator) => generator.dispose())
  const open = openOnce(async () => guardRequests(await load()))
  const bring = async (modelId: string, onProgress: (fraction: number) => void) => {
    const { library } = await open()
    return slot.hold(modelId, () => loadModel(library, modelId, onProgress))
  }

  return {
    async check(model) {
      const { ModelRegistry } = (await open()).library
      const here = await ModelRegistry.is_pipeline_cached(TASK, model.slice(PREFIX.length), form)
      return here ? { kind: 'ready', removable: true } : { kind: 'download' }
    },
    download: (model, { signal, onProgress }) =>
      inTurn(signal, async () => {
        const { whileDownloading } = await open()
        await whileDownloading(signal, () => bring(model.slice(PREFIX.length), onProgress))
      }),
    remove: (model) =>
      inTurn(undefined, async () => {
        const modelId = model.slice(PREFIX.length)
        await slot.release(modelId)
        const { ModelRegistry } = (await open()).library
        await ModelRegistry.clear_pipeline_cache(TASK, modelId, form)
      }),
    chat: (question, { signal, onDelta }) =>
      inTurn(signal, async () => {
        const generator = await bring(question.model.slice(PREFIX.length), () => undefined)
        signal.throwIfAborted()
        return answerWith((await open()).library, generator, question, { signal, onDelta })
      }),
  }
}

/** The library with its requests refused, but for those of a download, which end with it. */
function guardRequests<Library extends Pick<TransformersLibrary<never, never, never>, 'env'>>(library: Library) {
  let downloading: AbortSignal | undefined
  const send = library.env.fetch
  library.env.fetch = async (input, init) => {
    if (downloading === undefined) throw new Error('The model is not wholly on this device. Download it again.')
    return send(input, { ...init, signal: downloading })
  }
  const whileDownloading = async (signal: AbortSignal, work: () => Promise<unknown>): Promise<void> => {
    downloading = signal
    try {
      await work()
    } catch (fault) {
      signal.throwIfAborted()
      throw fault
    } finally {
      downloading = undefined
    }
    signal.throwIfAborted()
  }
  return { library, whileDownloading }
}

async function loadModel<Tokenizer, Streamer, Stopping>(
  { pipeline }: TransformersLibrary<Tokenizer, Streamer, Stopping>,
  modelId: string,
  onProgress: (fraction: number) => void,
): Promise<TextGenerator<Tokenizer, Streamer, Stopping>> {
  const generator = await pipeline(TASK, modelId, {
    ...form,
    progress_callback: ({ status, progress = 0 }) => {
      if (status === 'progress_total') onProgress(progress / 100)
    },
  })
  letMessagesIn(generator.model)
  return generator
}

async function answerWith<Tokenizer, Streamer, Stopping>(
  { TextStreamer, InterruptableStoppingCriteria }: TransformersLibrary<Tokenizer, Streamer, Stopping>,
  generator: TextGenerator<Tokenizer, Streamer, Stopping>,
  { messages, temperature, maxTokens }: PageQuestion,
  { signal, onDelta }: { readonly signal: AbortSignal; onDelta(text: string): void },
): Promise<PageAnswer> {
  const stopping = new InterruptableStoppingCriteria()
  const stop = (): void => stopping.interrupt()
  let text = ''
  let count = 0
  const streamer = new TextStreamer(generator.tokenizer, {
    skip_prompt: true,
    skip_special_tokens: true,
    callback_function(piece) {
      if (piece === '') return
      text += piece
      onDelta(piece)
    },
    token_callback_function(tokens) {
      count += tokens.length
    },
  })
  signal.addEventListener('abort', stop)
  try {
    const sampling = temperature > 0 ? { do_sample: true, temperature } : { do_sample: false }
    await generator([...messages], {
      ...sampling,
      max_new_tokens: maxTokens,
      streamer,
      stopping_criteria: stopping,
    })
  } finally {
    signal.removeEventListener('abort', stop)
  }
  signal.throwIfAborted()
  return { text, end: count >= maxTokens ? 'length' : 'stop' }
}

/**
 * Lets this thread hear messages before each word: on the CPU a model computes without ever letting go of it, and a
 * stop would be heard when there is nothing left to stop.
 */
function letMessagesIn(model: { forward(inputs: object): Promise<unknown> }): void {
  const forward = model.forward.bind(model)
  model.forward = async (inputs) => {
    await nextTask()
    return forward(inputs)
  }
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(undefined)
  })
}
