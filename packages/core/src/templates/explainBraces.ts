import { t } from '../language/t.ts'
import { readReference } from './readReference.ts'
import type { TextProblem } from './TextProblem.ts'

/**
 * Says what is wrong with the braces from `start` to `end` (exclusive), which hold no reference, and how to mend them.
 * `end` undefined: the brace at `start` is never closed.
 */
export function explainBraces(text: string, start: number, end: number | undefined): TextProblem {
  if (end === undefined) {
    return {
      message: t('This brace is never closed. Write {close} after the name, or {open} for a brace as text.', {
        close: '}',
        open: '{{',
      }),
      start,
      end: start + 1,
      fix: { label: t('Write {signs}', { signs: '{{' }), start, end: start + 1, insert: '{{' },
    }
  }
  const inner = text.slice(start + 1, end - 1)
  const doubled = { label: t('Double the braces'), start, end, insert: doubleBraces(text.slice(start, end)) }
  if (inner.trim() === '') {
    return {
      message: t('These braces name nothing. Write a name between them, or {signs} for braces as text.', {
        signs: '{{}}',
      }),
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
      message: t('Formats such as {format} have no meaning here. Write {plain}.', {
        format: short(inner.trim().slice(format[1].length)),
        plain,
      }),
      start,
      end,
      fix: { label: t('Write {signs}', { signs: plain }), start, end, insert: plain },
    }
  }
  // Braces in a text itself would be taken for the names of values.
  const how = { variable: '{name}, {user.name}', item: '{items[0]}', open: '{{', close: '}}' }
  return {
    message: looksLikeJson(inner)
      ? t(
          'This looks like JSON. A variable is written {variable} or {item}; braces meant as text are doubled: {open} and {close}.',
          how,
        )
      : t(
          '{shown} is not the name of a variable. A variable is written {variable} or {item}; braces meant as text are doubled: {open} and {close}.',
          { shown: `{${short(inner)}}`, ...how },
        ),
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
