import type { AgentError } from '../errors/AgentError.ts'
import { createModelFetch, type ModelFetchOptions } from '../models/createModelFetch.ts'
import { TEST_KEY } from './recordedProviders.ts'

export const fetchContext = {
  host: 'models.example',
  model: 'small',
  keyRef: 'openai',
  hasKey: true,
  maxTokens: 100,
  secrets: [TEST_KEY],
}
export const piece = (text: string, finish: string | null = null): string =>
  `data: ${JSON.stringify({ choices: [{ delta: { content: text }, finish_reason: finish }] })}\n\n`

export type Send = (url: string, init: RequestInit) => Response | Promise<Response>

/** Asks through a model fetch, as a client would. Gives the text of the body, or the fault that was told. */
export async function askThroughFetch(send: Send, options: Partial<ModelFetchOptions> = {}, headers: HeadersInit = {}) {
  const sent: { url: string; init: RequestInit }[] = []
  const faults: AgentError[] = []
  let ended = false
  const fetch = createModelFetch({
    fetch: async (input, init = {}) => {
      sent.push({ url: String(input), init })
      return send(String(input), init)
    },
    context: fetchContext,
    signal: new AbortController().signal,
    protocol: 'sse',
    probe: false,
    readEvent: (event) => {
      const [choice] = Array.isArray(event.choices) ? event.choices : []
      ended ||= typeof choice?.finish_reason === 'string'
      return typeof event.error === 'string' ? { text: event.error } : undefined
    },
    onDone: () => {
      ended = true
    },
    isComplete: () => ended,
    onFault: (fault) => faults.push(fault),
    ...options,
  })
  let text = ''
  let thrown: unknown
  try {
    const response = await fetch('https://models.example/v1/chat/completions', { method: 'POST', headers, body: '{}' })
    const decoder = new TextDecoder()
    for (const reader = response.body?.getReader(); ; ) {
      const { done = true, value } = (await reader?.read()) ?? {}
      if (done) break
      text += decoder.decode(value, { stream: true })
    }
  } catch (error) {
    thrown = error
  }
  return { text, thrown, faults, sent }
}

export const stream = (...parts: readonly (string | Error)[]): Response => {
  const queue = [...parts]
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = queue.shift()
      if (next === undefined) controller.close()
      else if (typeof next === 'string') controller.enqueue(new TextEncoder().encode(next))
      else controller.error(next)
    },
  })
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
}

/** A body that sends these parts and then nothing, for ever. */
export const stall = (...parts: readonly string[]): Response => {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of parts) controller.enqueue(new TextEncoder().encode(part))
    },
  })
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
}

/** A request that nobody answers until it is stopped. */
export const silent: Send = (_url, { signal }) =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
  })

export const refused: Send = () => {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }) })
}

/** The body of a real fetch fails when its signal aborts. */
export function stoppable(response: Response, signal: AbortSignal | null | undefined): Response {
  const { body } = response
  const failing = new TransformStream<Uint8Array, Uint8Array>({
    start(controller) {
      signal?.addEventListener('abort', () => controller.error(signal.reason), { once: true })
    },
  })
  return new Response(body?.pipeThrough(failing) ?? null, { headers: response.headers })
}
