import { AgentError } from '../errors/AgentError.ts'
import type { ProblemCause, ProblemCode } from '../errors/Problem.ts'
import type { Json } from '../json/Json.ts'
import { joinWordings } from '../language/joinWordings.ts'
import type { Wording } from '../language/Wording.ts'
import { word } from '../language/word.ts'
import { redact } from './redact.ts'
import { redactWording } from './redactWording.ts'

export type ProviderCode = Extract<ProblemCode, `provider.${string}`>

/** Who was asked: what every message about a model names. */
export interface ModelFaultContext {
  /** Host and port, or what else it is that answers. */
  readonly host: string | Wording
  readonly model: string
  readonly keyRef: string
  /** Whether a key was sent. */
  readonly hasKey: boolean
  readonly maxTokens: number
  /** Values that no text may show. */
  readonly secrets: readonly string[]
}

/** What is known about one fault. */
export interface ModelFaultFacts {
  readonly status?: number
  readonly providerCode?: string
  /** The provider's own words. */
  readonly text?: string
  /** Ends the message: what exactly was wrong, or what to do. */
  readonly hint?: Wording
  readonly detail?: { readonly [key: string]: Json }
}

/** The longest text of a provider that is kept, in characters. */
const MAX_TEXT = 2_000
/** As much of it as is looked through for secrets. */
const MAX_READ = 64_000
const MAX_WORDS_IN_MESSAGE = 300

const retryable: ReadonlySet<ProviderCode> = new Set([
  'provider.rateLimited',
  'provider.server',
  'provider.network',
  'provider.timeoutIdle',
  'provider.timeoutTotal',
  'provider.incomplete',
])

/** The faults of which a provider knows more than we do. */
const quoted: ReadonlySet<ProviderCode> = new Set(['provider.badRequest', 'provider.server', 'provider.filtered'])

type Say = (context: ModelFaultContext, status: string) => Wording

const wordings: Readonly<Record<ProviderCode, Say>> = {
  'provider.auth': ({ host, keyRef, hasKey }, status) =>
    hasKey
      ? word('{host} refused the key "{keyRef}"{status}. Check it under API keys.', { host, keyRef, status })
      : word('{host} wants a key{status}, and there is none named "{keyRef}". Add it under API keys.', {
          host,
          status,
          keyRef,
        }),
  'provider.forbidden': ({ host, model }, status) =>
    word('{host} does not allow this key to use "{model}"{status}.', { host, model, status }),
  'provider.notFound': ({ host, model }, status) =>
    word(
      '{host} knows no model "{model}" at this address{status}. Check the model’s name, and the base URL: it usually ends in /v1.',
      { host, model, status },
    ),
  'provider.badRequest': ({ host }, status) => word('{host} did not accept the request{status}.', { host, status }),
  'provider.rateLimited': ({ host }, status) =>
    word('{host} is asked too often{status}. Wait a moment and try again.', { host, status }),
  'provider.quota': ({ host, keyRef }, status) =>
    word('The account behind the key "{keyRef}" has no credit left at {host}{status}.', { keyRef, host, status }),
  'provider.server': ({ host }, status) => word('{host} had an error of its own{status}.', { host, status }),
  'provider.network': ({ host }) =>
    word('Nothing answered at {host}. Check the base URL, that the server is running, and your connection.', { host }),
  'provider.cors': ({ host }) => word('{host} answers, but does not let this page read its answers (CORS).', { host }),
  'provider.timeoutIdle': ({ host }) => word('{host} fell silent.', { host }),
  'provider.timeoutTotal': ({ host }, status) =>
    word('{host} gave up before it had an answer{status}.', { host, status }),
  'provider.incomplete': ({ host }) => word('The answer of {host} broke off before its end.', { host }),
  'provider.empty': ({ model }) => word('"{model}" gave an empty answer.', { model }),
  'provider.filtered': ({ host }) => word('{host} withheld the answer: its content filter stepped in.', { host }),
  'provider.lengthLimit': ({ maxTokens }) =>
    word('The answer was cut off at its limit of {maxTokens} tokens. Raise the limit, or ask for less.', { maxTokens }),
  'provider.contextLimit': ({ model }, status) =>
    word('The messages are longer than "{model}" can take{status}. Shorten them, or let the memory keep fewer.', {
      model,
      status,
    }),
  'provider.badStream': ({ host }) =>
    word('What {host} sent is not a model’s answer. Check the base URL: it usually ends in /v1.', { host }),
  'provider.badToolCall': ({ model }) =>
    word('"{model}" asked for a tool with arguments that are not JSON.', { model }),
  'provider.badAnswer': ({ model }) =>
    word('The answer of "{model}" does not have the form that was asked for.', { model }),
  'provider.unsupported': ({ model }) => word('"{model}" cannot do what was asked.', { model }),
  'provider.notLoaded': ({ model }) =>
    word(
      '"{model}" is not on this device yet, and a run downloads nothing. Download it under Settings, “In this browser”.',
      { model },
    ),
}

/**
 * The one place where faults of models are put into words. No text of it shows a secret, and `retryable` is set by the
 * code alone: whether a provider's hint to wait can be read depends on its CORS headers.
 */
export function createModelFault(
  code: ProviderCode,
  context: ModelFaultContext,
  facts: ModelFaultFacts = {},
): AgentError {
  const text = redact((facts.text ?? '').slice(0, MAX_READ), context.secrets).slice(0, MAX_TEXT)
  const status = facts.status === undefined ? '' : ` (${facts.status})`
  const words = text === '' || !quoted.has(code) ? [] : [' ', word('It says: {text}', { text: shorten(text) })]
  const hint = facts.hint === undefined ? [] : [' ', redactWording(facts.hint, context.secrets)]
  const detail: ProblemCause = {
    host: typeof context.host === 'string' ? context.host : context.host.english,
    model: context.model,
    ...(facts.status === undefined ? {} : { status: facts.status }),
    ...(facts.providerCode === undefined ? {} : { providerCode: redact(facts.providerCode, context.secrets) }),
    ...(text === '' ? {} : { text }),
    ...(facts.detail === undefined ? {} : { detail: facts.detail }),
  }
  return new AgentError(code, joinWordings([wordings[code](context, status), ...words, ...hint]), {
    detail,
    retryable: retryable.has(code),
  })
}

function shorten(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length <= MAX_WORDS_IN_MESSAGE ? line : `${line.slice(0, MAX_WORDS_IN_MESSAGE - 1)}…`
}
