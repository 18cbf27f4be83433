import { normalizeJson } from '../../json/normalizeJson.ts'
import type { KeySource, ToolSpec } from '../../models/ChatModel.ts'
import { redact } from '../../models/redact.ts'
import { redactJson } from '../../models/redactJson.ts'
import { readSecret } from '../keySettings.ts'
import type { McpToolConfig } from '../mcpToolSchema.ts'
import { toolHost } from '../toolHost.ts'
import { openMcpConnection } from './openMcpConnection.ts'
import { toMcpFault } from './toMcpFault.ts'

/** What listing the tools of a server needs. */
export interface McpListing {
  readonly server: Pick<McpToolConfig, 'url' | 'keyRef' | 'keyHeader' | 'keyPrefix'>
  readonly keys: KeySource
  readonly fetch: typeof fetch
  readonly signal: AbortSignal
}

/** Most tools that are taken from one server. */
const MAX_TOOLS = 1_000

/** The tools an MCP server offers: asks the server, so only on a person's word. Rejects in plain words. */
export async function listMcpTools({ server, keys, fetch, signal }: McpListing): Promise<readonly ToolSpec[]> {
  const { headers, secrets } = await readSecret(server, toolHost(server.url) ?? '', keys)
  const place = { url: server.url.trim(), headers, secrets, fetch }
  const connection = await openMcpConnection(place, signal)
  try {
    const tools: ToolSpec[] = []
    let cursor: string | undefined
    do {
      const page = await connection.client.listTools(cursor === undefined ? {} : { cursor }, { signal })
      tools.push(...page.tools.map((tool) => toSpec(tool, secrets)))
      cursor = page.nextCursor
    } while (cursor !== undefined && tools.length < MAX_TOOLS)
    return tools
  } catch (error) {
    throw await toMcpFault(error, place, signal)
  } finally {
    await connection.close()
  }
}

interface ListedTool {
  readonly name: string
  readonly description?: string | undefined
  readonly inputSchema: unknown
}

function toSpec({ name, description = '', inputSchema }: ListedTool, secrets: readonly string[]): ToolSpec {
  // A server's schema came over the wire as JSON, and an object is all that the protocol lets through.
  const parameters = redactJson(normalizeJson(inputSchema, name), secrets) as ToolSpec['parameters']
  return { name, description: redact(description, secrets), parameters }
}
