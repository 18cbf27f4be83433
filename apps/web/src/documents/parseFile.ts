import { word } from '@petal/core/language'
import { AgentError } from '@petal/core/model'
import { spokenLanguage } from '@petal/ui/language'
import { speakAs } from '../language/speakAs.ts'
import { wordNumber } from '../language/wordNumber.ts'
import type { FileKind } from './fileKind.ts'
import type { ParseMessage, ParseOrder } from './ParseMessage.ts'
import type { Parser } from './Parser.ts'

/** Each parser is loaded when a file of its kind comes. */
const parsers: Readonly<Record<FileKind, () => Promise<Parser>>> = {
  text: async () => (await import('./parsers/parseText.ts')).parseText,
  html: async () => (await import('./parsers/parseHtml.ts')).parseHtml,
  pdf: async () => (await import('./parsers/parsePdf.ts')).parsePdf,
  docx: async () => (await import('./parsers/parseDocx.ts')).parseDocx,
}

/** The longest text of one document, in characters. */
const MAX_TEXT = 5_000_000

/** Reads one file and tells its text, or what is wrong with it. Never rejects. */
export async function parseFile(
  { kind, name, bytes, language }: ParseOrder,
  tell: (message: ParseMessage) => void,
): Promise<void> {
  if (language !== spokenLanguage()) await speakAs(language)
  try {
    const parse = await parsers[kind]()
    const text = tidy(await parse(bytes, (done, total) => tell({ petal: 'progress', done, total })))
    if (text === '') {
      const message =
        kind === 'pdf'
          ? word('There is no text in "{name}". A scanned document is a picture: it needs text recognition first.', {
              name,
            })
          : word('There is no text in "{name}".', { name })
      throw new AgentError('import.empty', message)
    }
    if (text.length > MAX_TEXT) {
      const detail = { detail: { value: text.length, limit: MAX_TEXT } }
      throw new AgentError(
        'import.tooLarge',
        word('The text of "{name}" has more than {limit} characters. Split the file.', {
          name,
          limit: wordNumber(MAX_TEXT),
        }),
        { detail },
      )
    }
    tell({ petal: 'text', text })
  } catch (fault) {
    tell({ petal: 'problem', problem: toFault(fault, name).toProblem() })
  }
}

function toFault(fault: unknown, name: string): AgentError {
  if (AgentError.isInstance(fault)) return fault
  const reason = fault instanceof Error ? fault.message : String(fault)
  return new AgentError(
    'import.damaged',
    word('"{name}" cannot be read: the file is damaged, or not what its name says.', { name }),
    {
      detail: { text: reason.slice(0, 500) },
    },
  )
}

const loneHalf = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** One kind of line end, no lone halves of characters, and never more than one empty line. */
function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\0/g, '')
    .replace(loneHalf, '\ufffd')
    .replace(/[^\S\n]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
