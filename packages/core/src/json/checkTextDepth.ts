import { AgentError } from '../errors/AgentError.ts'
import { word } from '../language/word.ts'
import { textPlace } from './textPlace.ts'

/**
 * Refuses JSON text nested deeper than `limit`, before a parser sees it: parsers, cloning and recursion fail on depth.
 *
 * @throws AgentError `import.tooDeep` with the depth it found and where the limit was passed.
 */
export function checkTextDepth(text: string, limit: number): void {
  let depth = 0
  let deepest = 0
  let crossing = -1
  for (let index = 0; index < text.length; index += 1) {
    const unit = text[index]
    if (unit === '"') index = endOfString(text, index)
    else if (unit === '{' || unit === '[') {
      depth += 1
      if (depth === limit + 1 && crossing < 0) crossing = index
      if (depth > deepest) deepest = depth
    } else if (unit === '}' || unit === ']') depth -= 1
  }
  if (crossing >= 0) {
    const place = textPlace(text, crossing)
    throw new AgentError(
      'import.tooDeep',
      word(
        'The text is nested {deepest} levels deep; the limit is {limit} (passed at line {line}, column {column}). Flatten it.',
        { deepest: deepest.toLocaleString('en'), limit, line: place.line, column: place.column },
      ),
      { detail: { ...place, detail: { value: deepest, limit } } },
    )
  }
}

function endOfString(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index += 1) {
    if (text[index] === '\\') index += 1
    else if (text[index] === '"') return index
  }
  return text.length
}
