import { word } from '@petal/core/language'
import { AgentError } from '@petal/core/model'
import type { Parser } from '../Parser.ts'

/** Text as it is: UTF-8, or UTF-16 with its mark. */
export const parseText: Parser = async (bytes) => {
  const encoding = encodingOf(bytes)
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new AgentError('import.encoding', word('The file is not UTF-8. Save it as UTF-8 and add it again.'), {
      cause,
    })
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return 'utf-8'
}
