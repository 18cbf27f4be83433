import type { Wording } from '../language/Wording.ts'
import { word } from '../language/word.ts'
import { parseBaseUrl } from '../models/parseBaseUrl.ts'
import { isBlockedByScheme } from './isBlockedByScheme.ts'

const PROBE_MS = 4_000
/** Ollama's own port: the one server whose setting can be named exactly. */
const OLLAMA_PORT = '11434'

/** What a page or its worker knows about itself; none of it exists in Node. */
export interface PageScope {
  readonly location?: { readonly origin: string; readonly protocol: string } | undefined
  readonly navigator?: { readonly onLine?: boolean } | undefined
}

/** Why nothing could be read. */
export interface Unreachable {
  /** `cors`: it answers, but the page may not read it. `network`: nothing answers. */
  readonly why: 'cors' | 'network'
  readonly hint?: Wording
  /** Node's own code, such as ECONNREFUSED or ENOTFOUND. */
  readonly systemCode?: string
}

/**
 * Why a request failed without any answer. A browser tells a page the same for "not allowed to read" (CORS), "nothing
 * there" and "offline"; a request without reading (`no-cors`) succeeds in the first case only.
 */
export async function explainUnreachable(
  address: string,
  error: unknown,
  options: { readonly fetch: typeof fetch; readonly probe?: boolean },
  { location, navigator }: PageScope = globalThis,
): Promise<Unreachable> {
  const url = parseBaseUrl(address)
  // A page may always read what its own server answers.
  const probe = options.probe ?? (location !== undefined && location.origin !== url?.origin)
  if (probe && url !== undefined && (await answers(url, options.fetch))) {
    return { why: 'cors', hint: corsHint(url, location?.origin) }
  }
  const systemCode = readSystemCode(error)
  const hint = networkHint(url, { location, navigator })
  return {
    why: 'network',
    ...(systemCode === undefined ? {} : { systemCode }),
    ...(hint === undefined ? {} : { hint }),
  }
}

async function answers(url: URL, send: typeof fetch): Promise<boolean> {
  try {
    await send(url.origin, { mode: 'no-cors', credentials: 'omit', signal: AbortSignal.timeout(PROBE_MS) })
    return true
  } catch {
    return false
  }
}

function corsHint(url: URL, origin: string | Wording = word('this page’s address')): Wording {
  const allow =
    url.port === OLLAMA_PORT
      ? word('Start Ollama with OLLAMA_ORIGINS={origin}.', { origin })
      : word('Allow {origin} in the CORS settings of that server, or ask it through a local proxy.', { origin })
  return word('{allow} Some servers also answer so when they refuse the key or the address.', { allow })
}

function networkHint(url: URL | undefined, { location, navigator }: PageScope): Wording | undefined {
  if (navigator?.onLine === false) return word('This device is offline.')
  if (isBlockedByScheme(location?.protocol, url)) {
    return word('A page opened by https may not ask an http server on another machine.')
  }
  return undefined
}

function readSystemCode(error: unknown): string | undefined {
  const cause = error instanceof Error ? error.cause : undefined
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined
  return typeof code === 'string' ? code : undefined
}
