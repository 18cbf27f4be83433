import { readReference } from './readReference.ts'
import type { TextProblem } from './TextProblem.ts'

/**
 * Says what is wrong with the braces from `start` to `end` (exclusive), which hold no reference, and how to mend them.
 * `end` undefined: the brace at `start` is never closed.
 */
export function explainBraces(text: string, start: number, end: number | undefined): TextProblem {
  if (end === undefined) {
    return {
      message: 'This brace is never closed. Write } after the name, or {{ for a brace as text.',
      start,
      end: start + 1,
      fix: { label: 'Write {{', start, end: start + 1, insert: '{{' },
    }
  }
  const inner = text.slice(start + 1, end - 1)
  const doubled = { label: 'Double the braces', start, end, insert: doubleBraces(text.slice(start, end)) }
  if (inner.trim() === '') {
    return {
      message: 'These braces name nothing. Write a name between them, or {{}} for braces as text.',
      start,
      end,
      fix: doubled,
    }
  }
  const format = /^\s*([^\s:!{}"']+)\s*(?:![rsa]|:[^\s:{}"']+)$/.exec(inner)
  const plain = `{${format?.[1]}}`
  // Only before a format is there a variable: `{[:-}` would be no better as `{[}`.
  if (format?.[1] !== undefined && readReference(plain, 0) !== undefined) {
    return {
      message: `Formats such as ${short(inner.trim().slice(format[1].length))} have no meaning here. Write ${plain}.`,
      start,
      end,
      fix: { label: `Write ${plain}`, start, end, insert: plain },
    }
  }
  const reason = looksLikeJson(inner) ? 'This looks like JSON' : `{${short(inner)}} is not the name of a variable`
  return {
    message: `${reason}. A variable is written {name}, {user.name} or {items[0]}; braces meant as text are doubled: {{ and }}.`,
    start,
    end,
    fix: doubled,
  }
}

/** Doubles every brace but those of references, so that JSON with `{question}` inside keeps its variable. */
function doubleBraces(text: string): string {
  let out = ''
  for (let at = 0; at < text.length; ) {
    const reference = text[at] === '{' ? readReference(text, at) : undefined
    const next = reference?.end ?? at + 1
    const piece = text.slice(at, next)
    out += reference === undefined && /[{}]/.test(piece) ? piece + piece : piece
    at = next
  }
  return out
}

function looksLikeJson(inner: string): boolean {
  return /^\s*(?:["'[{\d-]|\w+\s*:(?:\s|["'[{\d]))/.test(inner)
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 30 ? `${line.slice(0, 29)}…` : line
}
