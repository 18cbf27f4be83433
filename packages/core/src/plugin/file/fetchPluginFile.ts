import { AgentError } from '../../errors/AgentError.ts'
import { explainUnreachable } from '../../http/explainUnreachable.ts'
import { readText } from '../../http/readText.ts'
import type { Wording } from '../../language/Wording.ts'
import { word } from '../../language/word.ts'
import { MOST_PLUGIN_BYTES } from './readPluginFile.ts'

const PATIENCE_MS = 20_000
const onThisComputer = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/** A text that an address gave. */
export interface FetchedPlugin {
  readonly text: string
  /** Where it came from in the end: another address than the one that was asked, when that one sent on. */
  readonly cameFrom: string
}

export interface FetchPluginOptions {
  readonly signal?: AbortSignal
  readonly fetch?: typeof fetch
}

/**
 * Fetches the text of a plugin, without cookies and without saying who asks. Nothing of it runs.
 *
 * @throws AgentError `plugin.address`, `plugin.unreachable`, `plugin.tooLarge`, or what aborting rejects with
 */
export async function fetchPluginFile(address: string, options: FetchPluginOptions = {}): Promise<FetchedPlugin> {
  const url = readAddress(address)
  const response = await ask(url, options)
  const cameFrom = readAddress(response.url === '' ? url.href : response.url)
  const { host } = cameFrom
  if (!response.ok)
    throw unreachable(
      word('{host} answers with status {status}. Is the address right?', { host, status: response.status }),
    )
  if (/\btext\/html\b/i.test(response.headers.get('content-type') ?? ''))
    throw unreachable(
      word('{host} answers with a page, not with a file. Give the address of the file itself.', { host }),
    )
  const { text, end } = await readText(response, MOST_PLUGIN_BYTES)
  if (end === 'tooLong')
    throw new AgentError(
      'plugin.tooLarge',
      word('What {host} gives is too large for a plugin; the limit is {limit} kB.', {
        host,
        limit: MOST_PLUGIN_BYTES / 1_000,
      }),
    )
  options.signal?.throwIfAborted()
  if (end === 'broken') throw unreachable(word('The connection to {host} broke off. Try again.', { host }))
  return { text, cameFrom: cameFrom.href }
}

function readAddress(address: string): URL {
  const url = URL.parse(address.trim())
  if (url === null)
    throw new AgentError(
      'plugin.address',
      word('This is no address. Give one such as https://example.org/tools.plugin.js.'),
    )
  if (url.username !== '' || url.password !== '')
    throw new AgentError('plugin.address', word('The address has a name or a password in it. Give one without.'))
  if (url.protocol === 'https:' || (url.protocol === 'http:' && onThisComputer.test(url.hostname))) return url
  const message = word('{protocol}//{host} is not safe: a plugin comes by https, or from this computer.', {
    protocol: url.protocol,
    host: url.host,
  })
  throw new AgentError('plugin.address', message)
}

async function ask(url: URL, { signal, fetch = globalThis.fetch }: FetchPluginOptions): Promise<Response> {
  const timeout = AbortSignal.timeout(PATIENCE_MS)
  try {
    return await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
    })
  } catch (fault) {
    signal?.throwIfAborted()
    if (timeout.aborted) throw unreachable(word('{host} does not answer.', { host: url.host }))
    const { why, hint } = await explainUnreachable(url.href, fault, { fetch })
    throw unreachable(
      why === 'cors'
        ? word('{host} answers, but does not let this page read it (CORS). Download the file and choose it here.', {
            host: url.host,
          })
        : word('{host} cannot be reached. {hint}', {
            host: url.host,
            hint: hint ?? word('Is the address right, and is there a network?'),
          }),
    )
  }
}

function unreachable(message: Wording): AgentError {
  return new AgentError('plugin.unreachable', message)
}
