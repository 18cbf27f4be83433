import type { Json } from '../json/Json.ts'
import { parseJson } from '../json/parseJson.ts'

/** The JSON in an answer: the text itself, a fenced block in it, or its first whole object or list. */
export function findJson(text: string): Json | undefined {
  const fenced = /```(?:json)?\s*\n([\s\S]*?)```/i.exec(text)?.[1]
  for (const candidate of [text, fenced, firstWhole(text)]) {
    if (candidate === undefined) continue
    try {
      return parseJson(candidate)
    } catch {
      // The next candidate may do.
    }
  }
  return undefined
}

/** The first `{…}` or `[…]` whose brackets balance, strings aside. Read once, so that no text takes long. */
function firstWhole(text: string): string | undefined {
  const start = text.search(/[{[]/)
  if (start < 0) return undefined
  let depth = 0
  let inString = false
  for (let at = start; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (inString && character === '\\') at += 1
    else if (character === '"') inString = !inString
    else if (!inString && '{['.includes(character)) depth += 1
    else if (!inString && '}]'.includes(character)) depth -= 1
    if (depth === 0) return text.slice(start, at + 1)
  }
  return undefined
}
