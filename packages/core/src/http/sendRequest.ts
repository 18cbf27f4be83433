import { AgentError } from '../errors/AgentError.ts'
import { toStopped } from '../errors/toStopped.ts'
import { joinWordings } from '../language/joinWordings.ts'
import { word } from '../language/word.ts'
import type { KeySource } from '../models/ChatModel.ts'
import { parseBaseUrl } from '../models/parseBaseUrl.ts'
import { redact } from '../models/redact.ts'
import { createHttpFault, type HttpFaultContext } from './createHttpFault.ts'
import { explainUnreachable } from './explainUnreachable.ts'
import type { HttpAnswer, HttpRequest } from './HttpRequest.ts'
import { readText } from './readText.ts'

/** What a request is made through. */
export interface RequestServices {
  readonly fetch: typeof fetch
  readonly keys: KeySource
  readonly signal: AbortSignal
}

/**
 * Makes one request, and at most one probe after a failure that gives no reason. Any status is an answer; what gives none
 * is a coded fault. A saved key goes to the host it was saved for and nowhere else, and is in nothing that comes back.
 *
 * @throws AgentError `http.…`, `secret.missing`, what the `KeySource` threw, or `run.stopped` and `run.timeout`
 */
export async function sendRequest(request: HttpRequest, services: RequestServices): Promise<HttpAnswer> {
  const { timeoutMs, maxBytes, repeatable } = request
  const limits = { timeoutMs, maxBytes, repeatable }
  const url = readAddress(request.url, { host: '', secrets: [], ...limits })
  const secret = await findSecret(request, url.host, services.keys)
  const context = { host: url.host, secrets: secret === undefined ? [] : [secret], ...limits }
  const late = AbortSignal.timeout(timeoutMs)
  const signal = AbortSignal.any([services.signal, late])
  const check = (): void => {
    if (services.signal.aborted) throw toStopped(services.signal)
    if (late.aborted) throw createHttpFault('http.timeout', context)
  }
  const response = await ask({ request, url, secret, context, signal, fetch: services.fetch, check })
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
    throw toRedirectFault(response, request, context)
  }
  const { text, end } = await readText(response, maxBytes)
  check()
  if (end === 'tooLong') throw createHttpFault('http.tooLarge', context)
  if (end === 'broken') throw createHttpFault('http.incomplete', context)
  const headers = [...response.headers].map(([name, value]) => [name, redact(value, context.secrets)])
  return { status: response.status, headers: Object.fromEntries(headers), text: redact(text, context.secrets) }
}

function readAddress(address: string, context: HttpFaultContext): URL {
  const url = parseBaseUrl(address)
  if (url === undefined) {
    const hint =
      address.trim() === ''
        ? word('There is none; write it like https://example.com/path.')
        : word('It is "{address}"; write it like https://example.com/path.', { address: address.slice(0, 200) })
    throw createHttpFault('http.badUrl', context, { hint })
  }
  if (url.username !== '' || url.password !== '') {
    const hint = word('It holds a name or a password: save that as a key, and have it sent in a header.')
    throw createHttpFault('http.badUrl', context, { hint })
  }
  return url
}

async function findSecret({ key }: HttpRequest, host: string, keys: KeySource): Promise<string | undefined> {
  if (key === undefined) return undefined
  const found = await keys.get(key.keyRef, host)
  if (found !== undefined && found !== '') return found
  throw new AgentError(
    'secret.missing',
    word('There is no key named "{keyRef}" for {host}. Add it under API keys (in code: services.keys).', {
      keyRef: key.keyRef,
      host,
    }),
    { detail: { host } },
  )
}

interface Asking {
  readonly request: HttpRequest
  readonly url: URL
  readonly secret: string | undefined
  readonly context: HttpFaultContext
  readonly signal: AbortSignal
  readonly fetch: typeof fetch
  /** Throws when the run was stopped, or the time is up. */
  check(): void
}

async function ask({ request, url, secret, context, signal, fetch, check }: Asking): Promise<Response> {
  const headers = toHeaders(request, secret, context)
  try {
    return await fetch(url.href, {
      method: request.method,
      headers,
      ...(request.body === undefined ? {} : { body: request.body }),
      signal,
      // Without cookies the answer does not depend on who is signed in where. A redirect could carry the key elsewhere.
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: request.followRedirects === true && secret === undefined ? 'follow' : 'manual',
    })
  } catch (error) {
    check()
    const { why, ...facts } = await explainUnreachable(url.href, error, { fetch })
    check()
    throw createHttpFault(`http.${why}`, context, facts)
  }
}

function toHeaders({ headers, key }: HttpRequest, secret: string | undefined, context: HttpFaultContext): Headers {
  const made = new Headers()
  const named = key === undefined || secret === undefined ? [] : [[key.header, `${key.prefix}${secret}`] as const]
  for (const [name, value] of [...headers, ...named]) {
    try {
      made.set(name, value)
    } catch {
      const hint = word(
        '"{name}" is no name for a header, or its value holds a line break or letters beyond Latin ones.',
        { name },
      )
      throw createHttpFault('http.badHeader', context, { hint })
    }
  }
  return made
}

function toRedirectFault({ status, headers }: Response, request: HttpRequest, context: HttpFaultContext): AgentError {
  const target = headers.get('location')
  const where = target === null ? [] : [word('To {target}.', { target: target.slice(0, 200) }), ' ']
  const advice =
    request.key !== undefined
      ? word('A request with a key is never sent on: write the address it leads to.')
      : request.followRedirects === 'never'
        ? word('Write the address it leads to.')
        : word('Write the address it leads to, or let the step follow redirects.')
  return createHttpFault('http.redirect', context, {
    ...(status === 0 ? {} : { status }),
    hint: joinWordings([...where, advice]),
  })
}
