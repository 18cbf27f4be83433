import { AgentError } from '../../errors/AgentError.ts'
import { toStopped } from '../../errors/toStopped.ts'
import { explainUnreachable } from '../../http/explainUnreachable.ts'
import { joinWordings } from '../../language/joinWordings.ts'
import type { Wording } from '../../language/Wording.ts'
import { word } from '../../language/word.ts'
import { parseBaseUrl } from '../../models/parseBaseUrl.ts'
import { redact } from '../../models/redact.ts'
import type { McpServer } from './McpServer.ts'

const MAX_WORDS = 500

/** Whatever went wrong with an MCP server, in plain words. What a person stopped stays stopped. */
export async function toMcpFault(error: unknown, server: McpServer, signal: AbortSignal): Promise<AgentError> {
  if (signal.aborted) return toStopped(signal)
  if (AgentError.isInstance(error)) return error
  const host = parseBaseUrl(server.url)?.host ?? server.url
  const text = redact(error instanceof Error ? error.message : String(error), server.secrets).slice(0, MAX_WORDS)
  const status = readStatus(error)
  const fail = (message: Wording, providerCode?: string) =>
    new AgentError('tool.failed', message, {
      cause: error,
      detail: {
        host,
        text,
        ...(status === undefined ? {} : { status }),
        ...(providerCode === undefined ? {} : { providerCode }),
      },
    })
  if (isNetworkFault(error)) {
    const { why: kind, hint } = await explainUnreachable(server.url, error, server)
    const words = kind === 'cors' ? corsWords(host) : networkWords(host)
    return fail(hint === undefined ? words : joinWordings([words, ' ', hint]), kind)
  }
  return fail(joinWordings([host, ': ', statusWords(status) ?? text]))
}

function corsWords(host: string): Wording {
  return word(
    '{host} answers, but does not let this page speak MCP with it (CORS). It must allow the headers content-type, authorization, mcp-session-id, mcp-protocol-version and last-event-id, the methods GET, POST and DELETE, and expose mcp-session-id.',
    { host },
  )
}

function networkWords(host: string): Wording {
  return word('Nothing answered at {host}. Check the address, that the server is running, and your connection.', {
    host,
  })
}

function statusWords(status: number | undefined): Wording | undefined {
  switch (status) {
    case 400:
      return word(
        'the server refused the request (400). If it runs elsewhere, it must expose the header mcp-session-id to pages (CORS).',
      )
    case 401:
    case 403:
      return word('the server refused access ({status}). Check the key that is sent.', { status })
    case 404:
    case 405:
      return word('there is no MCP server at this address ({status}). The address usually ends in /mcp.', { status })
    default:
      return undefined
  }
}

/** Read by shape: names of classes do not survive the build. */
function readStatus(error: unknown): number | undefined {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined
  return typeof code === 'number' && code >= 400 && code < 600 ? code : undefined
}

function isNetworkFault(error: unknown): boolean {
  return error instanceof TypeError
}
