import type { IncomingMessage, ServerResponse } from 'node:http'
import { LoopbackServer } from './LoopbackServer.ts'

/** One request as the server saw it. */
export interface Visit {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*, authorization',
  'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
}

type Answer = (response: ServerResponse, visit: Visit) => void

/** A real web service on a free loopback port, with a path for each way in which services answer or fail. */
export class WebServer extends LoopbackServer {
  /** What came, without pre-flights. */
  readonly visits: Visit[] = []
  #failures = 0
  readonly #paths: Readonly<Record<string, Answer>> = {
    '/json': (response) => json(response, 200, { data: { items: [{ name: 'mug' }, { name: 'cup' }] } }),
    '/echo': (response, { headers, body }) => json(response, 201, { authorization: headers.authorization, body }),
    '/closed': (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'),
    '/silent': () => undefined,
    '/flaky': (response) => {
      this.#failures += 1
      if (this.#failures % 2 === 1) json(response, 500, { error: { message: 'The database is busy' } })
      else json(response, 200, { ok: true })
    },
    '/page': (response) =>
      response.writeHead(200, { ...cors, 'content-type': 'text/html' }).end('<!doctype html><h1>Welcome</h1>'),
    '/big': (response) => json(response, 200, 'x'.repeat(3_000_000)),
    '/moved': (response) => response.writeHead(302, { ...cors, location: '/json' }).end(),
  }

  get host(): string {
    return new URL(this.address).host
  }

  protected async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request
    const path = url.split('?')[0] ?? ''
    // The pre-flight of a path that does not allow the page is refused, too.
    if (method === 'OPTIONS') return void response.writeHead(204, path === '/closed' ? {} : cors).end()
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const visit = { method, path: url, headers, body: Buffer.concat(chunks).toString() }
    if (path !== '/') this.visits.push(visit)
    const answer = this.#paths[path]
    if (answer === undefined) return json(response, 404, { message: `There is no ${path}` })
    answer(response, visit)
  }
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { ...cors, 'content-type': 'application/json' })
  response.end(JSON.stringify(value))
}
