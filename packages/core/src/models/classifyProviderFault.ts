import type { ProviderCode } from './createModelFault.ts'
import type { ProviderWords } from './readProviderWords.ts'

/** What the providers' own codes mean: OpenAI's `code` and `type`, Anthropic's `type`, Google's `status`. */
const byProviderCode: Readonly<Record<string, ProviderCode>> = {
  insufficient_quota: 'provider.quota',
  billing_hard_limit_reached: 'provider.quota',
  billing_error: 'provider.quota',
  invalid_api_key: 'provider.auth',
  authentication_error: 'provider.auth',
  unauthenticated: 'provider.auth',
  permission_error: 'provider.forbidden',
  permission_denied: 'provider.forbidden',
  model_not_found: 'provider.notFound',
  not_found_error: 'provider.notFound',
  not_found: 'provider.notFound',
  context_length_exceeded: 'provider.contextLimit',
  request_too_large: 'provider.contextLimit',
  content_filter: 'provider.filtered',
  content_policy_violation: 'provider.filtered',
  rate_limit_exceeded: 'provider.rateLimited',
  rate_limit_error: 'provider.rateLimited',
  resource_exhausted: 'provider.rateLimited',
  timeout_error: 'provider.timeoutTotal',
  deadline_exceeded: 'provider.timeoutTotal',
  overloaded_error: 'provider.server',
  api_error: 'provider.server',
  server_error: 'provider.server',
  internal: 'provider.server',
  unavailable: 'provider.server',
  invalid_request_error: 'provider.badRequest',
  invalid_argument: 'provider.badRequest',
}

const byStatus: Readonly<Record<number, ProviderCode>> = {
  401: 'provider.auth',
  402: 'provider.quota',
  403: 'provider.forbidden',
  404: 'provider.notFound',
  408: 'provider.timeoutTotal',
  413: 'provider.contextLimit',
  429: 'provider.rateLimited',
}

/** A bad request that is really something else, where the provider gives it no code of its own. */
const byWords: readonly (readonly [pattern: RegExp, code: ProviderCode])[] = [
  [
    /context (?:length|window)|prompt is too long|too many tokens|exceeds the maximum number of tokens/i,
    'provider.contextLimit',
  ],
  [/credit balance|insufficient (?:credit|balance|funds)/i, 'provider.quota'],
  [/api key (?:not valid|expired)|invalid api key/i, 'provider.auth'],
]

/**
 * Which fault an answer means. The status decides, but for the cases in which providers use one status for two things.
 * `status` 200 stands for an error reported inside a stream that had begun well.
 */
export function classifyProviderFault(status: number, words: ProviderWords): ProviderCode {
  const own = byProviderCode[words.code?.toLowerCase() ?? '']
  if (own === 'provider.quota' || own === 'provider.contextLimit' || own === 'provider.filtered') return own
  const decided = byStatus[status]
  const mayBeOther = decided === undefined || status === 429
  const told = mayBeOther && status < 500 ? byWords.find(([pattern]) => pattern.test(words.text))?.[1] : undefined
  if (told !== undefined) return told
  if (decided !== undefined) return decided
  if (status >= 500) return 'provider.server'
  if (own !== undefined) return own
  return status >= 400 ? 'provider.badRequest' : 'provider.server'
}
