import { AgentError } from '../errors/AgentError.ts'
import { checkTextDepth } from './checkTextDepth.ts'
import type { Json } from './Json.ts'
import { refuseUnsafeKeys } from './refuseUnsafeKeys.ts'
import { toSyntaxError } from './toSyntaxError.ts'
import { utf8Length } from './utf8Length.ts'

/** Limits of one JSON text. */
export interface JsonLimits {
  /** Largest size in bytes of UTF-8. Default 20,000,000. */
  readonly maxBytes?: number
  /** Most levels of nesting. Default 100. */
  readonly maxDepth?: number
}

const defaultLimits = { maxBytes: 20_000_000, maxDepth: 100 } as const

/**
 * `JSON.parse` for text nobody vouches for: size and depth are checked before it is parsed, and a key that could reach
 * a prototype (`__proto__`, `constructor`, `prototype`) is refused anywhere.
 *
 * @throws AgentError `import.empty`, `import.tooLarge`, `import.tooDeep`, `import.encoding`, `import.syntax` (with line
 * and column in `detail`) or `import.unsafeKey`.
 */
export function parseJson(text: string, limits: JsonLimits = {}): Json {
  const { maxBytes, maxDepth } = { ...defaultLimits, ...limits }
  const bytes = utf8Length(text)
  if (bytes > maxBytes) {
    throw new AgentError(
      'import.tooLarge',
      `The text is ${inMegabytes(bytes)} MB; the limit is ${inMegabytes(maxBytes)} MB. Make it smaller.`,
      { detail: { detail: { value: bytes, limit: maxBytes } } },
    )
  }
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text
  if (body.trim() === '') throw new AgentError('import.empty', 'There is nothing in it: the text is empty.')
  checkTextDepth(body, maxDepth)
  const value = parseChecked(body)
  refuseUnsafeKeys(value)
  return value
}

function parseChecked(body: string): Json {
  try {
    return JSON.parse(body) as Json // JSON.parse is typed `any`; what it returns is Json by definition.
  } catch (cause) {
    throw toSyntaxError(body, cause)
  }
}

function inMegabytes(bytes: number): string {
  return (bytes / 1_000_000).toLocaleString('en', { maximumFractionDigits: 1 })
}
