import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { mcpTool } from '../mcpTool.ts'
import type { Closable, ToolContext } from '../ToolDefinition.ts'
import { listMcpTools } from './listMcpTools.ts'

const url = 'https://mcp.example.org/mcp'

/** A real MCP server behind a `fetch`: no network, the same in Node and in a browser. */
async function createServer({ streams = false } = {}) {
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
    server.registerTool('files', { description: 'Finds' }, () => ({
      content: [
        { type: 'resource', resource: { uri: 'file:///a.txt', text: 'What a says' } },
        { type: 'resource', resource: { uri: 'file:///b.png', blob: 'AAAA' } },
        { type: 'resource_link', uri: 'file:///c.txt', name: 'c' },
      ],
    }))
    server.registerTool('mute', { description: 'Fails' }, () => ({ isError: true, content: [] }))
    server.registerTool('slow', { description: 'Tells how far it is' }, async ({ _meta, sendNotification }) => {
      const progressToken = _meta?.progressToken ?? ''
      const tell = (params: { progress: number; total?: number; message?: string }) =>
        sendNotification({ method: 'notifications/progress', params: { progressToken, ...params } })
      await tell({ progress: 1 })
      await tell({ progress: 2, total: 3, message: 'nearly, with k3y-of-the-server' })
      return { content: [{ type: 'text', text: 'done' }] }
    })
    server.registerTool('fail', { description: 'Fails' }, () => ({
      isError: true,
      content: [{ type: 'text', text: 'the disk is full' }],
    }))
    const transport = new WebStandardStreamableHTTPServerTransport({
      sessionIdGenerator: () => crypto.randomUUID(),
      enableJsonResponse: !streams,
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
    signal: new AbortController().signal,
  })
  expect(tools.map(({ name }) => name)).toEqual(['sum', 'echo', 'files', 'mute', 'slow', 'fail'])
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

test('files are told by their text, or by where they are', async () => {
  const { send } = await createServer()
  const { context, close } = createContext(send)
  expect(await mcpTool.run({}, config({ name: 'files' }), context)).toBe(
    'What a says\n[resource file:///b.png]\n[resource_link file:///c.txt]',
  )
  await close()
})

test('a tool that fails without a word is named', async () => {
  const { send } = await createServer()
  const { context, close } = createContext(send)
  await expect(mcpTool.run({}, config({ name: 'my_tool', tool: 'mute' }), context)).rejects.toMatchObject({
    code: 'tool.failed',
    message: 'my_tool failed.',
  })
  await close()
})

test('a call that was stopped is stopped, whatever the server says', async () => {
  const controller = new AbortController()
  const { context } = createContext(async () => {
    controller.abort()
    return new Response('x', { status: 500 })
  })
  await expect(mcpTool.run({}, config({}), { ...context, signal: controller.signal })).rejects.toMatchObject({
    code: 'run.stopped',
  })
})

test.each<[string, () => Promise<Response>, RegExp]>([
  ['a request that is refused', async () => new Response('x', { status: 400 }), /refused the request \(400\)/],
  ['a server that fails', async () => new Response('on fire', { status: 500 }), /^mcp\.example\.org: .*on fire/],
  ['what is thrown as a text', () => Promise.reject('no line'), /no line/],
])('%s is told', async (_name, answer, words) => {
  const { context } = createContext(answer)
  await expect(mcpTool.run({}, config({}), context)).rejects.toMatchObject({
    code: 'tool.failed',
    message: expect.stringMatching(words),
  })
})

test('how far a call has come is told while it runs, without its key', async () => {
  const { send } = await createServer({ streams: true })
  const { context, close } = createContext(send)
  const lines: string[] = []
  const log: ToolContext['log'] = (_, message) => lines.push(message)
  const answer = await mcpTool.run({}, config({ name: 'slow', keyRef: 'mine' }), { ...context, log })
  expect(answer).toBe('done')
  expect(lines).toEqual(['slow: 1', 'slow: 2 of 3 nearly, with [hidden]'])
  await close()
})
