import { AgentError } from '../errors/AgentError.ts'
import type { ProblemCode } from '../errors/Problem.ts'
import { formatBytes } from '../json/formatBytes.ts'
import { redact } from '../models/redact.ts'

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
  readonly hint?: string
  readonly retryAfterMs?: number
}

const MAX_TEXT = 2_000
const MAX_WORDS_IN_MESSAGE = 300

const wordings: Readonly<Record<HttpCode, (context: HttpFaultContext, status: string) => string>> = {
  'http.badUrl': () => 'The address of the request is not one.',
  'http.badHeader': ({ host }) => `A header of the request to ${host} cannot be sent.`,
  'http.cors': ({ host }) => `${host} answers, but does not let this page read its answers (CORS).`,
  'http.network': ({ host }) =>
    `Nothing answered at ${host}. Check the address, that the server is running, and your connection.`,
  'http.timeout': ({ host, timeoutMs }) =>
    `${host} had not answered after ${timeoutMs / 1_000} s. Give it more time, or ask for less.`,
  'http.redirect': ({ host }, status) => `${host} sends the request elsewhere${status}.`,
  'http.status': ({ host }, status) => `${host} answered with an error${status}.`,
  'http.page': ({ host }) => `${host} sent a web page instead of data. Check the address, or take the answer as text.`,
  'http.badJson': ({ host }) => `What ${host} sent is not JSON. Check the address, or take the answer as text.`,
  'http.tooLarge': ({ host, maxBytes }) =>
    `${host} sent more than ${formatBytes(maxBytes)}. Raise the limit, or ask for less.`,
  'http.incomplete': ({ host }) => `The answer of ${host} broke off before its end.`,
  'http.noValue': ({ host }) => `The answer of ${host} has no such value.`,
}

const passing: ReadonlySet<HttpCode> = new Set(['http.network', 'http.timeout', 'http.incomplete'])
const passingStatus: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504])

/** The one place where faults of requests are put into words. No text of it shows a secret. */
export function createHttpFault(code: HttpCode, context: HttpFaultContext, facts: HttpFaultFacts = {}): AgentError {
  const { host, secrets, repeatable } = context
  const { status, systemCode, retryAfterMs } = facts
  const text = redact(facts.text ?? '', secrets).slice(0, MAX_TEXT)
  const line = text.replace(/\s+/g, ' ').trim().slice(0, MAX_WORDS_IN_MESSAGE)
  const words = line === '' ? '' : ` It says: ${line}`
  const hint = facts.hint === undefined ? '' : ` ${redact(facts.hint, secrets)}`
  const told = status === undefined ? '' : ` (${status})`
  const mayPass = passing.has(code) || (code === 'http.status' && passingStatus.has(status ?? 0))
  return new AgentError(code, `${wordings[code](context, told)}${words}${hint}`, {
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
