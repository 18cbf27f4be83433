import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
// Without it the client compiles schemas to code, which a strict Content-Security-Policy refuses.
import { CfWorkerJsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/cfworker'
import type { Closable } from '../ToolDefinition.ts'
import { createMcpFetch } from './createMcpFetch.ts'
import type { McpServer } from './McpServer.ts'
import { toMcpFault } from './toMcpFault.ts'

/** An open connection to an MCP server. */
export interface McpConnection extends Closable {
  readonly client: Client
}

/** How long a server may take to end its session, in milliseconds: nobody waits for it. */
const GOODBYE_MS = 500

/** Connects to an MCP server. Rejects with an `AgentError` in plain words. */
export async function openMcpConnection(server: McpServer, signal: AbortSignal): Promise<McpConnection> {
  const client = new Client(
    { name: 'petal-studio', version: '1' },
    { jsonSchemaValidator: new CfWorkerJsonSchemaValidator() },
  )
  const transport = new StreamableHTTPClientTransport(new URL(server.url), {
    requestInit: { headers: { ...server.headers } },
    fetch: createMcpFetch(server.fetch),
  })
  try {
    // The transport's own type lacks the `undefined` that exact optional properties ask for.
    await client.connect(transport as Parameters<Client['connect']>[0], { signal })
  } catch (error) {
    await client.close().catch(() => undefined)
    throw await toMcpFault(error, server, signal)
  }
  return {
    client,
    close: async () => {
      const goodbye = new Promise((resolve) => setTimeout(resolve, GOODBYE_MS))
      await Promise.race([transport.terminateSession().catch(() => undefined), goodbye])
      await client.close().catch(() => undefined)
    },
  }
}
