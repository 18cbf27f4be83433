import { AgentError } from '../errors/AgentError.ts'
import type { ProblemCode } from '../errors/Problem.ts'
import { formatBytes } from '../json/formatBytes.ts'
import { joinWordings } from '../language/joinWordings.ts'
import type { Wording } from '../language/Wording.ts'
import { word } from '../language/word.ts'
import { redact } from '../models/redact.ts'
import { redactWording } from '../models/redactWording.ts'

export type HttpCode = Extract<ProblemCode, `http.${string}`>

/** What every fault of one request is told with. */
export interface HttpFaultContext {
  /** Host and port; empty while they are not known. */
  readonly host: string
  /** Values that no text may show. */
  readonly secrets: readonly string[]
  readonly repeatable: boolean
  readonly timeoutMs: number
  readonly maxBytes: number
}

/** What is known about one fault. */
export interface HttpFaultFacts {
  readonly status?: number
  /** The server's own words, or what it sent instead of an answer. */
  readonly text?: string
  readonly systemCode?: string
  /** Ends the message: what exactly was wrong, or what to do. */
  readonly hint?: Wording
  readonly retryAfterMs?: number
}

const MAX_TEXT = 2_000
const MAX_WORDS_IN_MESSAGE = 300

const wordings: Readonly<Record<HttpCode, (context: HttpFaultContext, status: string) => Wording>> = {
  'http.badUrl': () => word('The address of the request is not one.'),
  'http.badHeader': ({ host }) => word('A header of the request to {host} cannot be sent.', { host }),
  'http.cors': ({ host }) => word('{host} answers, but does not let this page read its answers (CORS).', { host }),
  'http.network': ({ host }) =>
    word('Nothing answered at {host}. Check the address, that the server is running, and your connection.', { host }),
  'http.timeout': ({ host, timeoutMs }) =>
    word('{host} had not answered after {timeoutMs} s. Give it more time, or ask for less.', {
      host,
      timeoutMs: timeoutMs / 1_000,
    }),
  'http.redirect': ({ host }, status) => word('{host} sends the request elsewhere{status}.', { host, status }),
  'http.status': ({ host }, status) => word('{host} answered with an error{status}.', { host, status }),
  'http.page': ({ host }) =>
    word('{host} sent a web page instead of data. Check the address, or take the answer as text.', { host }),
  'http.badJson': ({ host }) =>
    word('What {host} sent is not JSON. Check the address, or take the answer as text.', { host }),
  'http.tooLarge': ({ host, maxBytes }) =>
    word('{host} sent more than {maxBytes}. Raise the limit, or ask for less.', {
      host,
      maxBytes: formatBytes(maxBytes),
    }),
  'http.incomplete': ({ host }) => word('The answer of {host} broke off before its end.', { host }),
  'http.noValue': ({ host }) => word('The answer of {host} has no such value.', { host }),
}

const passing: ReadonlySet<HttpCode> = new Set(['http.network', 'http.timeout', 'http.incomplete'])
const passingStatus: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504])

/** The one place where faults of requests are put into words. No text of it shows a secret. */
export function createHttpFault(code: HttpCode, context: HttpFaultContext, facts: HttpFaultFacts = {}): AgentError {
  const { host, secrets, repeatable } = context
  const { status, systemCode, retryAfterMs } = facts
  const text = redact(facts.text ?? '', secrets).slice(0, MAX_TEXT)
  const line = text.replace(/\s+/g, ' ').trim().slice(0, MAX_WORDS_IN_MESSAGE)
  const words = line === '' ? [] : [' ', word('It says: {text}', { text: line })]
  const hint = facts.hint === undefined ? [] : [' ', redactWording(facts.hint, secrets)]
  const told = status === undefined ? '' : ` (${status})`
  const mayPass = passing.has(code) || (code === 'http.status' && passingStatus.has(status ?? 0))
  return new AgentError(code, joinWordings([wordings[code](context, told), ...words, ...hint]), {
    detail: {
      ...(host === '' ? {} : { host }),
      ...(status === undefined ? {} : { status }),
      ...(systemCode === undefined ? {} : { providerCode: systemCode }),
      ...(text === '' ? {} : { text }),
      ...(retryAfterMs === undefined ? {} : { detail: { retryAfterMs } }),
    },
    retryable: mayPass && repeatable,
  })
}
