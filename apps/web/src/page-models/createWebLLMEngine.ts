import { word } from '@petal/core/language'
import { AgentError, type PageAnswer, type PageModelState, type PageQuestion, type Usage } from '@petal/core/model'
import { createModelSlot } from './createModelSlot.ts'
import { createNotLoadedFault } from './createNotLoadedFault.ts'
import { createTurns } from './createTurns.ts'
import type { DownloadListener, PageEngine } from './PageEngine.ts'
import { unavailable } from './unavailable.ts'

/** The part of WebLLM that is used here. */
export interface WebLLMLibrary {
  readonly MLCEngine: new (config: {
    initProgressCallback(report: { readonly progress: number }): void
    readonly logLevel: 'SILENT'
  }) => WebLLMRuntime
  readonly prebuiltAppConfig: {
    readonly model_list: readonly { readonly model_id: string; readonly required_features?: readonly string[] }[]
  }
  hasModelInCache(modelId: string): Promise<boolean>
  deleteModelAllInfoInCache(modelId: string): Promise<void>
}

interface WebLLMRuntime {
  readonly chat: { readonly completions: { create(request: WebLLMRequest): Promise<AsyncIterable<WebLLMChunk>> } }
  reload(modelId: string): Promise<void>
  unload(): Promise<void>
  interruptGenerate(): Promise<void>
}

interface WebLLMRequest {
  readonly stream: true
  readonly stream_options: { readonly include_usage: true }
  // The library's own type has a mutable list.
  readonly messages: { role: 'system' | 'user' | 'assistant'; content: string }[]
  readonly temperature: number
  readonly max_tokens: number
  readonly response_format?: { readonly type: 'json_object'; readonly schema: string }
}

interface WebLLMChunk {
  readonly choices: readonly {
    readonly delta: { readonly content?: string | null }
    readonly finish_reason?: string | null
  }[]
  readonly usage?: { readonly prompt_tokens: number; readonly completion_tokens: number; readonly total_tokens: number }
}

/** The part of WebGPU that is used here. */
export interface Gpu {
  requestAdapter(): Promise<{ readonly features: { has(name: string): boolean } } | null>
}

/** How its models are named in settings. */
const PREFIX = 'webllm:'

/**
 * Models on the graphics card, by WebLLM. One is loaded at a time, and it answers one question after the other.
 *
 * @param load fetches the library, which is large
 */
export function createWebLLMEngine(load: () => Promise<WebLLMLibrary>, gpu: Gpu | undefined): PageEngine {
  const inTurn = createTurns()
  const slot = createModelSlot<WebLLMRuntime>((runtime) => runtime.unload())

  return {
    async check(model) {
      const refusal = await refuse(gpu)
      if (refusal !== undefined) return refusal
      return lookUp(model.slice(PREFIX.length), await load(), gpu)
    },
    async download(model, listen) {
      const modelId = model.slice(PREFIX.length)
      await inTurn(listen.signal, () => slot.hold(modelId, async () => loadModel(await load(), modelId, listen)))
    },
    remove: (model) =>
      inTurn(undefined, async () => {
        const modelId = model.slice(PREFIX.length)
        await slot.release(modelId)
        await (await load()).deleteModelAllInfoInCache(modelId)
      }),
    chat: (question, { signal, onDelta }) =>
      inTurn(signal, async () => {
        const modelId = question.model.slice(PREFIX.length)
        const runtime = await slot.hold(modelId, async () => {
          const library = await load()
          // Loading would fetch what is missing, and it may have been removed since it was looked for.
          if (!(await library.hasModelInCache(modelId))) throw createNotLoadedFault(question.model)
          return loadModel(library, modelId, { signal, onProgress: () => undefined })
        })
        const stop = (): void => void runtime.interruptGenerate().catch(() => undefined)
        signal.addEventListener('abort', stop)
        try {
          const answer = await answerWith(runtime, question, onDelta)
          signal.throwIfAborted()
          return answer
        } catch (fault) {
          throw toFault(fault, question.model)
        } finally {
          signal.removeEventListener('abort', stop)
        }
      }),
  }
}

async function loadModel(
  { MLCEngine }: WebLLMLibrary,
  modelId: string,
  { signal, onProgress }: DownloadListener,
): Promise<WebLLMRuntime> {
  signal.throwIfAborted()
  const runtime = new MLCEngine({ initProgressCallback: ({ progress }) => onProgress(progress), logLevel: 'SILENT' })
  const stop = (): void => void runtime.unload().catch(() => undefined)
  signal.addEventListener('abort', stop)
  try {
    await runtime.reload(modelId)
  } catch (fault) {
    signal.throwIfAborted()
    throw fault
  } finally {
    signal.removeEventListener('abort', stop)
  }
  // A load that was ended resolves all the same.
  signal.throwIfAborted()
  return runtime
}

async function refuse(gpu: Gpu | undefined): Promise<PageModelState | undefined> {
  if (gpu === undefined) return unavailable(word('This browser has no WebGPU, which this model runs on.'))
  if ((await gpu.requestAdapter()) !== null) return undefined
  return unavailable(word('The browser has WebGPU, but finds no graphics card that it may use.'))
}

async function lookUp(modelId: string, library: WebLLMLibrary, gpu: Gpu | undefined): Promise<PageModelState> {
  const record = library.prebuiltAppConfig.model_list.find(({ model_id }) => model_id === modelId)
  if (record === undefined) return unavailable(word('WebLLM knows no model "{modelId}".', { modelId }))
  const adapter = await gpu?.requestAdapter()
  const lacking = (record.required_features ?? []).filter((feature) => adapter?.features.has(feature) !== true)
  if (lacking.length > 0) {
    return unavailable(
      word('The graphics card here lacks what this model needs: {lacking}.', { lacking: lacking.join(', ') }),
    )
  }
  return (await library.hasModelInCache(modelId)) ? { kind: 'ready', removable: true } : { kind: 'download' }
}

async function answerWith(
  runtime: WebLLMRuntime,
  { messages, temperature, maxTokens, schema }: PageQuestion,
  onDelta: (text: string) => void,
): Promise<PageAnswer> {
  const stream = await runtime.chat.completions.create({
    stream: true,
    stream_options: { include_usage: true },
    messages: messages.map(({ role, content }) => ({ role, content })),
    temperature,
    max_tokens: maxTokens,
    ...(schema === undefined ? {} : { response_format: { type: 'json_object', schema: JSON.stringify(schema) } }),
  })
  let text = ''
  let end: PageAnswer['end'] = 'stop'
  let usage: Usage | undefined
  for await (const { choices, usage: counts } of stream) {
    const piece = choices[0]?.delta.content ?? ''
    if (piece !== '') onDelta(piece)
    text += piece
    if (choices[0]?.finish_reason === 'length') end = 'length'
    if (counts !== undefined) {
      const { prompt_tokens: inputTokens, completion_tokens: outputTokens, total_tokens: totalTokens } = counts
      usage = { inputTokens, outputTokens, totalTokens }
    }
  }
  return { text, end, ...(usage === undefined ? {} : { usage }) }
}

/** Errors of WebLLM are told apart by their names. */
function toFault(fault: unknown, model: string): unknown {
  const name = fault instanceof Error ? fault.name : ''
  if (name !== 'ContextWindowSizeExceededError') return fault
  const message = word('The messages are longer than "{model}" can take. Shorten them, or let the memory keep fewer.', {
    model,
  })
  return new AgentError('provider.contextLimit', message, { detail: { model } })
}
