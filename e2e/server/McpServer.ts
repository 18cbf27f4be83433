import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'

/** A real MCP server over Streamable HTTP, in a process of its own: the reference server with every feature. */
export class McpServer {
  readonly #process: ChildProcess
  readonly #port: number

  private constructor(process: ChildProcess, port: number) {
    this.#process = process
    this.#port = port
  }

  static async start(): Promise<McpServer> {
    const port = await findFreePort()
    const manifest = createRequire(import.meta.url).resolve('@modelcontextprotocol/server-everything/package.json')
    const script = join(dirname(manifest), 'dist', 'index.js')
    const child = spawn(process.execPath, [script, 'streamableHttp'], {
      env: { ...process.env, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const server = new McpServer(child, port)
    await listening(child)
    return server
  }

  /** The address to type as server. */
  get url(): string {
    return `http://127.0.0.1:${this.#port}/mcp`
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null) return
    const ended = once(this.#process, 'exit')
    this.#process.kill('SIGKILL')
    await ended
  }
}

async function listening({ stderr, stdout }: ChildProcess): Promise<void> {
  let said = ''
  await new Promise<void>((resolve, reject) => {
    for (const stream of [stderr, stdout]) {
      stream?.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        if (/listening on port/.test(said)) resolve()
      })
      stream?.on('end', () => reject(new Error(`The MCP server did not start: ${said}`)))
    }
  })
}

async function findFreePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('There is no free port.')
  return address.port
}
