import { AgentError } from '../../errors/AgentError.ts'
import { isJsonObject } from '../../json/isJsonObject.ts'
import type { Json } from '../../json/Json.ts'
import { normalizeJson } from '../../json/normalizeJson.ts'
import { t } from '../../language/t.ts'
import { word } from '../../language/word.ts'
import type { ToolCall } from '../../models/Message.ts'
import { redact } from '../../models/redact.ts'
import { redactJson } from '../../models/redactJson.ts'
import { readSecret } from '../keySettings.ts'
import type { McpToolConfig } from '../mcpToolSchema.ts'
import type { ToolContext } from '../ToolDefinition.ts'
import { toolHost } from '../toolHost.ts'
import type { McpServer } from './McpServer.ts'
import { openMcpConnection } from './openMcpConnection.ts'
import { toMcpFault } from './toMcpFault.ts'

/** Calls a tool of an MCP server: its structured content when there is some, else its text. */
export async function callMcpTool(args: ToolCall['args'], config: McpToolConfig, context: ToolContext): Promise<Json> {
  const { url, tool, name } = config
  const { keys, fetch, signal } = context
  const { headers, secrets } = await readSecret(config, toolHost(url) ?? '', keys)
  const server: McpServer = { url: url.trim(), headers, secrets, fetch }
  const key = JSON.stringify(['mcp', server.url, headers])
  const { client } = await context.share(key, () => openMcpConnection(server, signal))
  try {
    const answer = await client.callTool({ name: tool === '' ? name : tool, arguments: { ...args } }, undefined, {
      signal,
      onprogress: ({ progress, total, message = '' }) =>
        context.log(
          'INFO',
          redact(
            `${name}: ${total === undefined ? progress : t('{done} of {total}', { done: progress, total })} ${message}`.trim(),
            secrets,
          ),
        ),
    })
    return readAnswer(answer, name, secrets)
  } catch (error) {
    throw await toMcpFault(error, server, signal)
  }
}

type Answer = Awaited<ReturnType<import('@modelcontextprotocol/sdk/client/index.js').Client['callTool']>>

function readAnswer(answer: Answer, name: string, secrets: readonly string[]): Json {
  const parts = Array.isArray(answer.content) ? answer.content : []
  const text = redact(parts.map(toText).join('\n'), secrets)
  if (answer.isError === true)
    throw new AgentError('tool.failed', text === '' ? word('{name} failed.', { name }) : text)
  const { structuredContent } = answer
  return structuredContent === undefined ? text : redactJson(normalizeJson(structuredContent, name), secrets)
}

/** One part of an answer as text; what is no text is named, so that nothing is left out in silence. */
function toText(part: unknown): string {
  if (!isJsonObject(part)) return ''
  if (part.type === 'text' && typeof part.text === 'string') return part.text
  const resource = isJsonObject(part.resource) ? part.resource : part
  if (typeof resource.text === 'string') return resource.text
  return `[${String(part.type)}${typeof resource.uri === 'string' ? ` ${resource.uri}` : ''}]`
}
