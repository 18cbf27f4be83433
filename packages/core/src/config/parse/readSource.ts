import { AgentError } from '../../errors/AgentError.ts'
import { copyJson, type JsonFault, MAX_DEPTH } from '../../json/copyJson.ts'
import type { Json } from '../../json/Json.ts'
import { checkSize, parseJson } from '../../json/parseJson.ts'
import { refuseUnsafeKeys } from '../../json/refuseUnsafeKeys.ts'
import { recogniseForeignText, toForeignError } from './recogniseForeign.ts'

/**
 * The JSON value behind what was given: a text, the bytes of a file, or a value that is already parsed.
 *
 * @throws AgentError with an `import.…` code.
 */
export function readSource(source: unknown): Json {
  if (source === undefined || source === null) throw new AgentError('import.empty', 'There is nothing in it.')
  if (typeof source === 'string') return readText(source)
  if (source instanceof Uint8Array) return readText(decode(source))
  if (source instanceof ArrayBuffer) return readText(decode(new Uint8Array(source)))
  const value = copyJson(source, '', toImportError)
  refuseUnsafeKeys(value)
  return value
}

function readText(text: string): Json {
  try {
    return parseJson(text)
  } catch (cause) {
    const product =
      AgentError.isInstance(cause) && cause.code === 'import.syntax' ? recogniseForeignText(text) : undefined
    throw product === undefined ? cause : toForeignError(product)
  }
}

function decode(bytes: Uint8Array): string {
  checkSize(bytes.length)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    const message = `The file is not UTF-8${encodingHint(bytes)}. Save it as UTF-8 and try again.`
    throw new AgentError('import.encoding', message, { cause })
  }
}

function encodingHint([first, second]: Uint8Array): string {
  const mark = `${first} ${second}`
  return mark === '255 254' || mark === '254 255' ? ' but UTF-16' : ''
}

const codes = { depth: 'import.tooDeep', size: 'import.tooLarge', unsafeKey: 'import.unsafeKey' } as const

function toImportError({ kind, path, what, hint }: JsonFault): AgentError {
  const code = kind === 'type' ? 'import.schema' : codes[kind]
  const limit = kind === 'depth' ? ` The limit is ${MAX_DEPTH}.` : ''
  const message = `${path === '' ? 'The value' : path} is ${what}.${limit}${hint === '' ? '' : ` ${hint}`}`
  return new AgentError(code, message, path === '' ? {} : { path })
}
