import { AgentError } from '../../errors/AgentError.ts'
import { copyJson, type JsonFault, MAX_DEPTH } from '../../json/copyJson.ts'
import type { Json } from '../../json/Json.ts'
import { checkSize, parseJson } from '../../json/parseJson.ts'
import { refuseUnsafeKeys } from '../../json/refuseUnsafeKeys.ts'
import { joinWordings } from '../../language/joinWordings.ts'
import { word } from '../../language/word.ts'
import { recogniseForeignText, toForeignError } from './recogniseForeign.ts'

/**
 * The JSON value behind what was given: a text, the bytes of a file, or a value that is already parsed.
 *
 * @throws AgentError with an `import.…` code.
 */
export function readSource(source: unknown): Json {
  if (source === undefined || source === null) throw new AgentError('import.empty', word('There is nothing in it.'))
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
    const message = isUtf16(bytes)
      ? word('The file is not UTF-8 but UTF-16. Save it as UTF-8 and try again.')
      : word('The file is not UTF-8. Save it as UTF-8 and try again.')
    throw new AgentError('import.encoding', message, { cause })
  }
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 255 && second === 254) || (first === 254 && second === 255)
}

const codes = { depth: 'import.tooDeep', size: 'import.tooLarge', unsafeKey: 'import.unsafeKey' } as const

function toImportError({ kind, path, what, hint }: JsonFault): AgentError {
  const code = kind === 'type' ? 'import.schema' : codes[kind]
  const limit = kind === 'depth' ? [' ', word('The limit is {limit}.', { limit: MAX_DEPTH })] : []
  const found = path === '' ? word('The value is {what}.', { what }) : word('{path} is {what}.', { path, what })
  const message = joinWordings([found, ...limit, ...(hint === '' ? [] : [' ', hint])])
  return new AgentError(code, message, path === '' ? {} : { path })
}
