import { AgentError } from '../errors/AgentError.ts'
import { word } from '../language/word.ts'
import { findSyntaxError } from './findSyntaxError.ts'
import { textPlace } from './textPlace.ts'

/** The coded fault for a text that `JSON.parse` refused, with its line and column. */
export function toSyntaxError(text: string, cause: unknown): AgentError {
  if (text.includes('\uFFFD') || text.includes('\0')) {
    return new AgentError(
      'import.encoding',
      word('The text is not readable: it is probably not UTF-8. Save it as UTF-8.'),
      {
        cause,
      },
    )
  }
  const offset = findSyntaxError(text)
  const place = textPlace(text, offset)
  const found =
    offset >= text.length
      ? word('the text ends too early')
      : word('unexpected {text}', { text: JSON.stringify(text[offset]) })
  return new AgentError(
    'import.syntax',
    word('Not valid JSON: {found} at line {line}, column {column}.', { found, line: place.line, column: place.column }),
    {
      cause,
      detail: { ...place, text: excerpt(text, offset) },
    },
  )
}

/** The line around an offset, cut to what fits a message. */
function excerpt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  return text.slice(Math.max(start, offset - 60), Math.min(end < 0 ? text.length : end, offset + 60))
}
