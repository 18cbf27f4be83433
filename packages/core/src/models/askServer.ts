import type { AgentError } from '../errors/AgentError.ts'
import { readRetryAfter } from '../http/readRetryAfter.ts'
import { readText } from '../http/readText.ts'
import { word } from '../language/word.ts'
import { classifyProviderFault } from './classifyProviderFault.ts'
import { createModelFault, type ModelFaultContext } from './createModelFault.ts'
import { describeUnreachable } from './describeUnreachable.ts'
import { readProviderBody } from './readProviderWords.ts'
import type { SilenceWatch } from './watchSilence.ts'

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

/** What one request to a model's server is made with. */
export interface Asking {
  readonly fetch: typeof fetch
  readonly context: ModelFaultContext
  readonly signal: AbortSignal
  /** Whether to find out, after a failure without a reason, if anything answers there. Default: in browsers only. */
  readonly probe?: boolean
}

/**
 * One request with no header beyond the protocol's. Gives an answer that began well; throws the fault when nothing
 * answers or what answers refuses, and the caller's own reason when it was stopped.
 */
export async function askServer(
  url: string,
  init: RequestInit | undefined,
  options: Asking,
  silence: SilenceWatch,
): Promise<Response> {
  const response = await send(url, init, options, silence)
  const fault = await findFault(response, options)
  if (fault !== undefined) throw fault
  return response
}

async function send(
  url: string,
  init: RequestInit | undefined,
  options: Asking,
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
async function findFault(response: Response, options: Asking): Promise<AgentError | undefined> {
  const { status, headers } = response
  const type = headers.get('content-type') ?? ''
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    const target = headers.get('location')
    const hint =
      target === null
        ? word('It sends requests elsewhere: give that address as the base URL.')
        : word('It sends requests elsewhere ({target}): give that address as the base URL.', { target })
    return createModelFault('provider.badRequest', options.context, { ...(status === 0 ? {} : { status }), hint })
  }
  if (!response.ok) return toHttpFault(response, options)
  if (!/html|xml/.test(type)) return undefined
  void response.body?.cancel()
  return createModelFault('provider.badStream', options.context, { hint: word('It sent a page ({type}).', { type }) })
}

async function toHttpFault(response: Response, { context }: Asking): Promise<AgentError> {
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
