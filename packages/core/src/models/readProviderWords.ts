import { isJsonObject } from '../json/isJsonObject.ts'

/** What a provider says about a fault, whatever the shape it says it in. */
export interface ProviderWords {
  readonly code?: string
  readonly text: string
}

/** The most that is read of a page, in characters: its words come early. */
const MAX_WORDS = 8_000

/**
 * Reads `{ error: { message, code, type, status } }`, `{ error: '…' }`, `{ message }`, `{ detail }` and lists of these:
 * the shapes of OpenAI, Anthropic, Google, Ollama, Cohere and the servers that follow them. `undefined` when it is none.
 */
export function readProviderWords(value: unknown): ProviderWords | undefined {
  if (Array.isArray(value)) return value.length === 0 ? undefined : readProviderWords(value[0])
  if (!isJsonObject(value)) return undefined
  const { error } = value
  if (typeof error === 'string') return { text: error, ...codeOf(value) }
  if (isJsonObject(error)) return { text: textOf(error) ?? JSON.stringify(error), ...codeOf(error) }
  const text = textOf(value)
  return text === undefined ? undefined : { text, ...codeOf(value) }
}

/** The same for the body of an HTTP answer; a body that is no JSON gives its own text without its markup. */
export function readProviderBody(body: string): ProviderWords {
  try {
    const words = readProviderWords(JSON.parse(body))
    if (words !== undefined) return words
  } catch {
    // Not JSON: proxies and gateways answer in HTML or plain text.
  }
  return {
    text: body
      .slice(0, MAX_WORDS)
      .replace(/<(style|script)[\s\S]*?<\/\1>|<[^>]*>/gi, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  }
}

function textOf(value: Readonly<Record<string, unknown>>): string | undefined {
  return [value.message, value.detail, value.error_description].find((text) => typeof text === 'string')
}

/** The most telling of its codes: Google and Anthropic speak in `status` and `type`, OpenAI in `code`. */
function codeOf(value: Readonly<Record<string, unknown>>): { readonly code?: string } {
  const code = [value.code, value.status, value.type].find((part) => typeof part === 'string' && part !== '')
  return typeof code === 'string' ? { code } : {}
}
