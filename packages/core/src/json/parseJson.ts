import { AgentError } from '../errors/AgentError.ts'
import { word } from '../language/word.ts'
import { checkTextDepth } from './checkTextDepth.ts'
import { MAX_DEPTH } from './copyJson.ts'
import { formatBytes } from './formatBytes.ts'
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

/** Largest size of a file in bytes. */
const MAX_BYTES = 20_000_000

/**
 * `JSON.parse` for text nobody vouches for: size and depth are checked before it is parsed, a byte order mark is passed
 * over, and a key that could reach a prototype (`__proto__`, `constructor`, `prototype`) is refused anywhere.
 *
 * @throws AgentError `import.empty`, `import.tooLarge`, `import.tooDeep`, `import.encoding`, `import.syntax` (with line
 * and column in `detail`) or `import.unsafeKey`.
 */
export function parseJson(text: string, limits: JsonLimits = {}): Json {
  const { maxBytes = MAX_BYTES, maxDepth = MAX_DEPTH } = limits
  checkSize(utf8Length(text), maxBytes)
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text
  if (body.trim() === '') throw new AgentError('import.empty', word('There is nothing in it: the text is empty.'))
  checkTextDepth(body, maxDepth)
  const value = parseChecked(body)
  refuseUnsafeKeys(value)
  return value
}

/** Throws `import.tooLarge` for a file of more bytes than the limit. */
export function checkSize(bytes: number, maxBytes = MAX_BYTES): void {
  if (bytes <= maxBytes) return
  const message = word('It is {bytes} large; the limit is {maxBytes}. Make it smaller.', {
    bytes: formatBytes(bytes),
    maxBytes: formatBytes(maxBytes),
  })
  throw new AgentError('import.tooLarge', message, { detail: { detail: { value: bytes, limit: maxBytes } } })
}

function parseChecked(body: string): Json {
  try {
    return JSON.parse(body) as Json // JSON.parse is typed `any`; what it returns is Json by definition.
  } catch (cause) {
    throw toSyntaxError(body, cause)
  }
}
