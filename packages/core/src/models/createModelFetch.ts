import { AgentError } from '../errors/AgentError.ts'
import { readRetryAfter } from '../http/readRetryAfter.ts'
import { readText } from '../http/readText.ts'
import { classifyProviderFault } from './classifyProviderFault.ts'
import { createModelFault } from './createModelFault.ts'
import { describeUnreachable } from './describeUnreachable.ts'
import { guardBody, type StreamGuard } from './guardBody.ts'
import { readProviderBody } from './readProviderWords.ts'
import { type SilenceLimits, type SilenceWatch, watchSilence } from './watchSilence.ts'

/** What the request of one question needs to know. */
export interface ModelFetchOptions extends StreamGuard, SilenceLimits {
  readonly fetch: typeof fetch
  /** Whether to find out, after a failure without a reason, if anything answers there. Default: in browsers only. */
  readonly probe?: boolean
}

/** What the providers' protocols need. Anything else would only ask more of a server's CORS settings. */
const headersToSend: ReadonlySet<string> = new Set([
  'accept',
  'authorization',
  'content-type',
  'x-api-key',
  'anthropic-version',
  'anthropic-beta',
  'anthropic-dangerous-direct-browser-access',
  'x-goog-api-key',
])
const keyHeaders: ReadonlySet<string> = new Set(['authorization', 'x-api-key', 'x-goog-api-key'])
/** Enough of an error's body for its words. */
const MAX_FAULT_BYTES = 64_000

/**
 * The `fetch` of a model client: one request, no retries. It sends no header beyond the protocol's, notices silence,
 * passes on whole events only, and turns whatever goes wrong into a coded fault. Makes no other request, but for one
 * probe after a failure that gives no reason.
 */
export function createModelFetch(options: ModelFetchOptions): typeof fetch {
  return async (input, init) => {
    const silence = watchSilence(options.signal, options.context, options)
    try {
      const response = await send(input instanceof Request ? input.url : String(input), init, options, silence)
      const fault = await findFault(response, options)
      if (fault !== undefined) throw fault
      return new Response(guardBody(response, options, silence), { status: response.status, headers: response.headers })
    } catch (error) {
      if (AgentError.isInstance(error)) options.onFault(error)
      throw error
    } finally {
      silence.rest(false)
    }
  }
}

/** One request. Throws the fault when nothing answers, and the caller's own reason when it was stopped. */
async function send(
  url: string,
  init: RequestInit | undefined,
  options: ModelFetchOptions,
  silence: SilenceWatch,
): Promise<Response> {
  const { fetch, context } = options
  const headers = new Headers()
  for (const [name, value] of new Headers(init?.headers)) {
    // Clients may find a key of their own, in the environment: none but the one kept for this host is sent.
    const fits = !keyHeaders.has(name) || context.secrets.some((secret) => value.includes(secret))
    if (headersToSend.has(name) && fits) headers.set(name, value)
  }
  silence.listen(false)
  try {
    return await fetch(url, {
      method: init?.method ?? 'POST',
      ...(init?.body === undefined ? {} : { body: init.body }),
      headers,
      signal: silence.signal,
      // Without cookies the answer does not depend on who is signed in where. A redirect could carry the key elsewhere.
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
    })
  } catch (error) {
    options.signal.throwIfAborted()
    throw silence.fault() ?? (await describeUnreachable(url, error, options))
  }
}

/** What is wrong with an answer, as far as its head tells. */
async function findFault(response: Response, options: ModelFetchOptions): Promise<AgentError | undefined> {
  const { status, headers } = response
  const type = headers.get('content-type') ?? ''
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    const target = headers.get('location')
    const hint = `It sends requests elsewhere${target === null ? '' : ` (${target})`}: give that address as the base URL.`
    return createModelFault('provider.badRequest', options.context, { ...(status === 0 ? {} : { status }), hint })
  }
  if (!response.ok) return toHttpFault(response, options)
  if (!/html|xml/.test(type)) return undefined
  void response.body?.cancel()
  return createModelFault('provider.badStream', options.context, { hint: `It sent a page (${type}).` })
}

async function toHttpFault(response: Response, { context }: ModelFetchOptions): Promise<AgentError> {
  const { status } = response
  const words = readProviderBody((await readText(response, MAX_FAULT_BYTES)).text)
  const retryAfterMs = readRetryAfter(response.headers.get('retry-after'))
  return createModelFault(classifyProviderFault(status, words), context, {
    status,
    text: words.text,
    ...(words.code === undefined ? {} : { providerCode: words.code }),
    ...(retryAfterMs === undefined ? {} : { detail: { retryAfterMs } }),
  })
}
