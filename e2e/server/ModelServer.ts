import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Answer, type ChatBody, streamAnswer, wholeAnswer } from './chatProtocol.ts'
import { LoopbackServer } from './LoopbackServer.ts'

/** One request as the server saw it. */
export interface SeenRequest {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: ChatBody
  /** True once the client went away before the answer was complete. */
  closedEarly: boolean
}

/** How the server treats the next request: an answer, or a fault. */
export type Turn = Answer | Fault

/** A fault of a real provider. */
export interface Fault {
  readonly fault: 'status' | 'noCors' | 'html' | 'cut' | 'stall' | 'empty' | 'badEvent'
  readonly status?: number
  readonly error?: { readonly message: string; readonly code?: string; readonly type?: string }
}

const corsHeaders = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, content-type',
  'access-control-allow-methods': 'POST, GET, OPTIONS',
}

/**
 * A real HTTP server that speaks OpenAI's chat-completions protocol with server-sent events, on a free loopback port.
 * Source of the shapes: the API reference of OpenAI, "Create chat completion" and "Streaming".
 */
export class ModelServer extends LoopbackServer {
  /** The questions asked, in order. */
  readonly requests: SeenRequest[] = []
  /** Everything that came, pre-flights too: `GET /v1/pixel.png`. */
  readonly visits: string[] = []
  readonly #turns: Turn[] = []
  #toVector: (text: string) => readonly number[] = () => [1, 0]
  #otherwise: (body: ChatBody) => Turn = (body) => ({ text: `Echo: ${lastUserText(body)}` })

  /** The address to type as base URL. */
  get baseUrl(): string {
    return `${this.address}/v1`
  }

  /** Queues what the next requests get, in order. */
  next(...turns: Turn[]): this {
    this.#turns.push(...turns)
    return this
  }

  /** Drops what is queued: a fault that shows in the pre-flight is never used up. */
  clear(): this {
    this.#turns.length = 0
    return this
  }

  /** How the server's embedding model sees a text. */
  embedBy(toVector: (text: string) => readonly number[]): this {
    this.#toVector = toVector
    return this
  }

  /** What requests get when nothing is queued. */
  otherwise(turn: (body: ChatBody) => Turn): this {
    this.#otherwise = turn
    return this
  }

  protected async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.visits.push(`${request.method} ${request.url}`)
    if (request.method === 'OPTIONS') return this.#preflight(response)
    if (request.method === 'GET')
      return json(response, 200, { object: 'list', data: [{ id: 'test-model', object: 'model' }] })
    const body = await readBody(request)
    const seen: SeenRequest = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body,
      closedEarly: false,
    }
    this.requests.push(seen)
    response.on('close', () => {
      seen.closedEarly = !response.writableFinished
    })
    if (request.url?.endsWith('/embeddings')) return json(response, 200, this.#embed(body))
    const turn = this.#turns.shift() ?? this.#otherwise(body)
    if ('fault' in turn) return fail(response, turn, body)
    if (!body.stream) return json(response, 200, wholeAnswer(body, turn))
    response.writeHead(200, { ...corsHeaders, 'content-type': 'text/event-stream' })
    return streamAnswer(response, body, turn)
  }

  #embed({ input = [] }: ChatBody) {
    const data = input.map((text, index) => ({ object: 'embedding', index, embedding: this.#toVector(text) }))
    return { object: 'list', data, usage: { prompt_tokens: input.length, total_tokens: input.length } }
  }

  #preflight(response: ServerResponse): void {
    const next = this.#turns[0]
    // The pre-flight of a request that will be refused must not use its turn up.
    const closed = next !== undefined && 'fault' in next && next.fault === 'noCors'
    response.writeHead(204, closed ? {} : corsHeaders)
    response.end()
  }
}

function fail(response: ServerResponse, turn: Fault, body: ChatBody): void | Promise<void> {
  switch (turn.fault) {
    case 'status':
      return json(response, turn.status ?? 500, {
        error: turn.error ?? { message: 'The server had an error', type: 'server_error' },
      })
    case 'noCors':
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end('{}')
      return
    case 'html':
      response.writeHead(200, { ...corsHeaders, 'content-type': 'text/html' })
      response.end('<!doctype html><h1>It works!</h1>')
      return
    case 'empty':
      return json(response, 200, body.stream ? { choices: [] } : wholeAnswer(body, { text: '' }))
    case 'badEvent':
      response.writeHead(200, { ...corsHeaders, 'content-type': 'text/event-stream' })
      response.end(
        `data: {"error":{"message":"${turn.error?.message ?? 'The model crashed'}","code":"server_error"}}\n\n`,
      )
      return
    case 'cut':
    case 'stall':
      response.writeHead(200, { ...corsHeaders, 'content-type': 'text/event-stream', connection: 'close' })
      return streamAnswer(response, body, { text: 'Half of an answer that never', wordMs: 5, [turn.fault]: true })
    default:
      return turn.fault satisfies never
  }
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { ...corsHeaders, 'content-type': 'application/json' })
  response.end(JSON.stringify(value))
}

async function readBody(request: IncomingMessage): Promise<ChatBody> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString() || '{}')
}

/** The text of the newest user turn. */
function lastUserText(body: ChatBody): string {
  const users = (body.messages ?? []).filter((message) => message.role === 'user')
  const content = users.at(-1)?.content ?? ''
  return typeof content === 'string' ? content : content.map((part) => part.text ?? '').join('')
}
