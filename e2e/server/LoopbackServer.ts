import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A real HTTP server on a free loopback port; what it answers is up to the kind of server. */
export abstract class LoopbackServer {
  readonly #server: Server = createServer((request, response) => void this.answer(request, response))

  protected abstract answer(request: IncomingMessage, response: ServerResponse): Promise<void>

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return this
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port // a TCP server's address is never a string
  }

  /** Without a slash at its end. */
  get address(): string {
    return `http://127.0.0.1:${this.port}`
  }
}
