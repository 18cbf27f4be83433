import { AgentError } from '../errors/AgentError.ts'
import { explainUnreachable } from '../http/explainUnreachable.ts'
import { parseBaseUrl } from '../models/parseBaseUrl.ts'

/**
 * One request of a tool: without cookies, and to the named host only. Rejects with words for a person when nothing can
 * be read: a page may not read it (CORS), nothing answers, or the server sends the request elsewhere.
 */
export async function sendRequest(url: string, init: RequestInit, send: typeof fetch): Promise<Response> {
  const host = parseBaseUrl(url)?.host ?? url
  // Made before it is sent, so that a header that cannot be is not taken for a server that does not answer.
  const headers = new Headers(init.headers)
  let response: Response
  try {
    response = await send(url, {
      ...init,
      headers,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
    })
  } catch (error) {
    init.signal?.throwIfAborted()
    throw await explain(url, host, error, send)
  }
  if (response.type !== 'opaqueredirect' && (response.status < 300 || response.status > 399)) return response
  const target = response.headers.get('location')
  const where = target === null ? '' : ` (${target})`
  throw new AgentError('tool.failed', `${host} sends requests elsewhere${where}: give that address instead.`, {
    detail: { host },
  })
}

async function explain(url: string, host: string, error: unknown, send: typeof fetch): Promise<AgentError> {
  const { why: kind, hint } = await explainUnreachable(url, error, { fetch: send })
  const reason =
    kind === 'cors'
      ? `${host} answers, but does not let this page read its answers (CORS).`
      : `Nothing answered at ${host}. Check the address, that the server is running, and your connection.`
  return new AgentError('tool.failed', hint === undefined ? reason : `${reason} ${hint}`, {
    cause: error,
    detail: { host, providerCode: kind },
  })
}
