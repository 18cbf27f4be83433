import type { IncomingMessage, ServerResponse } from 'node:http'
import { LoopbackServer } from './LoopbackServer.ts'

const script = 'text/javascript'

/** A real server of plugin files on a free loopback port. */
export class PluginServer extends LoopbackServer {
  /** What it gives, by path. */
  readonly files: Record<string, string> = {}
  /** Where it sends on to, by path. */
  readonly moved: Record<string, string> = {}
  /** How many requests came for a file. */
  asked = 0

  protected async answer({ url = '' }: IncomingMessage, response: ServerResponse): Promise<void> {
    const cors = url.startsWith('/closed') ? {} : { 'access-control-allow-origin': '*' }
    const location = this.moved[url]
    const text = this.files[url]
    if (location !== undefined) return void response.writeHead(302, { ...cors, location }).end()
    if (text === undefined) return void response.writeHead(404, cors).end()
    this.asked += 1
    const type = url.endsWith('.html') ? 'text/html' : script
    response.writeHead(200, { ...cors, 'content-type': `${type}; charset=utf-8` }).end(text)
  }
}
