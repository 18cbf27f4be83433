import type { IncomingMessage, ServerResponse } from 'node:http'
import { LoopbackServer } from './LoopbackServer.ts'

/**
 * A real HTTP server that speaks Ollama's protocol, on a free loopback port: the list of models, and a chat as one JSON
 * value per line. Source of the shapes: Ollama's API reference, "List local models" and "Generate a chat completion".
 */
export class OllamaServer extends LoopbackServer {
  /** What came, without pre-flights: `GET /api/tags`. */
  readonly visits: string[] = []
  #open = true

  /** Whether pages may read its answers: what `OLLAMA_ORIGINS` is for. */
  letPagesIn(open: boolean): this {
    this.#open = open
    return this
  }

  protected async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, url, headers } = request
    for await (const _chunk of request) {
      // The question itself makes no difference.
    }
    const cors = {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': 'authorization, content-type',
      'access-control-allow-methods': 'GET, POST, OPTIONS',
    }
    if (!this.#open && headers.origin !== undefined) return void response.writeHead(403).end()
    if (method === 'OPTIONS') return void response.writeHead(204, cors).end()
    this.visits.push(`${method} ${url}`)
    if (url === '/api/tags') return send(response, cors, [{ models: tags }])
    if (url === '/api/chat') return send(response, cors, chat)
    response.writeHead(404, cors).end('404 page not found')
  }
}

const tags = ['nomic-embed-text:latest', 'tiny:latest', 'small:latest'].map((name) => ({ name, model: name, size: 1 }))

const chat = [
  ...['Hello', ' from', ' Ollama.'].map((content) => ({ message: { role: 'assistant', content }, done: false })),
  {
    message: { role: 'assistant', content: '' },
    done: true,
    done_reason: 'stop',
    prompt_eval_count: 3,
    eval_count: 3,
  },
].map((line) => ({ model: 'tiny:latest', created_at: '2026-01-01T00:00:00Z', ...line }))

function send(response: ServerResponse, headers: Record<string, string>, lines: readonly unknown[]): void {
  response.writeHead(200, { ...headers, 'content-type': 'application/x-ndjson' })
  response.end(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
}
