import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { mcpTool } from '../mcpTool.ts'
import type { Closable, ToolContext } from '../ToolDefinition.ts'
import { listMcpTools } from './listMcpTools.ts'

const url = 'https://mcp.example.org/mcp'

/** A real MCP server behind a `fetch`: no network, the same in Node and in a browser. */
async function createServer() {
  const methods: string[] = []
  const keys: (string | null)[] = []
  const sessions = new Map<string, WebStandardStreamableHTTPServerTransport>()
  const open = async () => {
    const server = new McpServer({ name: 'test', version: '1' })
    const shape = { a: z.number(), b: z.number() }
    server.registerTool(
      'sum',
      { description: 'Adds', inputSchema: shape, outputSchema: { sum: z.number() } },
      ({ a, b }) => ({
        content: [{ type: 'text', text: String(a + b) }],
        structuredContent: { sum: a + b },
      }),
    )
    server.registerTool('echo', { description: 'Echoes', inputSchema: { text: z.string() } }, ({ text }) => ({
      content: [
        { type: 'text', text },
        { type: 'image', data: 'AAAA', mimeType: 'image/png' },
      ],
    }))
    server.registerTool('fail', { description: 'Fails' }, () => ({
      isError: true,
      content: [{ type: 'text', text: 'the disk is full' }],
    }))
    const transport = new WebStandardStreamableHTTPServerTransport({
      sessionIdGenerator: () => crypto.randomUUID(),
      enableJsonResponse: true,
      onsessioninitialized: (id) => void sessions.set(id, transport),
    })
    await server.connect(transport as Parameters<typeof server.connect>[0])
    return transport
  }
  const send: typeof fetch = async (input, init) => {
    const request = new Request(String(input), init)
    methods.push(request.method)
    keys.push(request.headers.get('authorization'))
    const transport = sessions.get(request.headers.get('mcp-session-id') ?? '') ?? (await open())
    return transport.handleRequest(request)
  }
  return { send, methods, keys }
}

function createContext(send: typeof fetch) {
  const shared = new Map<string, Promise<Closable>>()
  const context: ToolContext = {
    signal: new AbortController().signal,
    fetch: send,
    sandbox: { run: async () => undefined },
    keys: { get: (_keyRef, host) => (host === 'mcp.example.org' ? 'k3y-of-the-server' : undefined) },
    log: () => undefined,
    runAgent: async () => ({}),
    share: <Shared extends Closable>(key: string, open: () => Promise<Shared>) => {
      const opened = shared.get(key) ?? open()
      shared.set(key, opened)
      return opened as Promise<Shared>
    },
  }
  const close = async () => {
    for (const opened of shared.values()) await (await opened).close()
  }
  return { context, close, shared }
}

const config = (settings: object) => mcpTool.schema.parse({ kind: 'mcp', name: 'sum', url, ...settings })

test('the tools of a server are listed with their schemas', async () => {
  const { send, methods } = await createServer()
  const server = { url, keyRef: '', keyHeader: 'Authorization', keyPrefix: 'Bearer ' }
  const tools = await listMcpTools({
    server,
    keys: { get: () => undefined },
    fetch: send,
    signal: AbortSignal.timeout(9000),
  })
  expect(tools.map(({ name }) => name)).toEqual(['sum', 'echo', 'fail'])
  expect(tools[0]).toMatchObject({
    description: 'Adds',
    parameters: { type: 'object', properties: { a: { type: 'number' } }, required: ['a', 'b'] },
  })
  // The session was ended.
  expect(methods.at(-1)).toBe('DELETE')
})

test('calls share one connection; structured content wins over text, and what is no text is named', async () => {
  const { send, methods } = await createServer()
  const { context, close, shared } = createContext(send)
  const [sum, echo] = await Promise.all([
    mcpTool.run({ a: 2, b: 3 }, config({}), context),
    mcpTool.run({ text: 'hello' }, config({ name: 'my_echo', tool: 'echo' }), context),
  ])
  expect(sum).toEqual({ sum: 5 })
  expect(echo).toBe('hello\n[image]')
  expect(shared.size).toBe(1)
  await close()
  expect(methods.filter((method) => method === 'DELETE')).toHaveLength(1)
})

test('a tool’s own fault is told in its words, and a key goes to its host only', async () => {
  const { send, keys } = await createServer()
  const { context, close } = createContext(send)
  const failing = config({ name: 'fail', keyRef: 'mine' })
  await expect(mcpTool.run({}, failing, context)).rejects.toMatchObject({
    code: 'tool.failed',
    message: 'the disk is full',
  })
  expect(new Set(keys)).toEqual(new Set(['Bearer k3y-of-the-server']))
  const elsewhere = config({ url: 'https://other.example/mcp', keyRef: 'mine' })
  await expect(mcpTool.run({}, elsewhere, context)).rejects.toMatchObject({ code: 'secret.missing' })
  await close()
})

test.each<[string, () => Promise<Response>, RegExp]>([
  ['nobody there', () => Promise.reject(new TypeError('Failed to fetch')), /Nothing answered at mcp\.example\.org/],
  [
    'no server at this address',
    async () => new Response('x', { status: 404 }),
    /no MCP server at this address \(404\)/,
  ],
  ['no access', async () => new Response('x', { status: 401 }), /refused access \(401\)/],
])('%s is explained', async (_name, answer, words) => {
  const { context } = createContext(answer)
  await expect(mcpTool.run({}, config({}), context)).rejects.toMatchObject({
    code: 'tool.failed',
    message: expect.stringMatching(words),
  })
})
