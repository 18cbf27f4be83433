import { t } from '../language/t.ts'
import { SyntaxFault } from './ExpressionFault.ts'

/** A word of an expression. `start` and `end` are offsets, `end` exclusive. */
export type Token =
  | { readonly kind: 'number'; readonly value: number; readonly start: number; readonly end: number }
  | { readonly kind: 'text'; readonly value: string; readonly start: number; readonly end: number }
  /** A variable, a function, or a word of the language such as `and`. */
  | { readonly kind: 'name'; readonly value: string; readonly start: number; readonly end: number }
  | { readonly kind: 'sign'; readonly value: string; readonly start: number; readonly end: number }
  | { readonly kind: 'end'; readonly value: ''; readonly start: number; readonly end: number }

const spacePattern = /\s+/y
const numberPattern = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const namePattern = /[\p{ID_Start}_][\p{ID_Continue}]*/uy
const textPattern = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/sy
const signPattern = /\?\?|[=!]==?|[<>]=?|&&|\|\||[-+*/%()[\]{},.:?=!]/y

/** What people write from habit, and what this language calls it. */
const foreignSigns: Readonly<Record<string, string>> = {
  '&&': 'and',
  '||': 'or',
  '!': 'not ',
  '=': '==',
  '===': '==',
  '!==': '!=',
}

/** Cuts an expression into words. Throws a `SyntaxFault` at the first character that belongs to none. */
export function tokenizeExpression(text: string): readonly Token[] {
  const tokens: Token[] = []
  let at = skipSpace(text, 0)
  while (at < text.length) {
    const token = readToken(text, at)
    tokens.push(token)
    at = skipSpace(text, token.end)
  }
  tokens.push({ kind: 'end', value: '', start: text.length, end: text.length })
  return tokens
}

function readToken(text: string, start: number): Token {
  const name = matchAt(namePattern, text, start)
  if (name !== undefined) return { kind: 'name', value: name, start, end: start + name.length }
  const number = matchAt(numberPattern, text, start)
  if (number !== undefined) return toNumber(number, start)
  const quoted = matchAt(textPattern, text, start)
  if (quoted !== undefined) return { kind: 'text', value: unquote(quoted, start), start, end: start + quoted.length }
  const sign = matchAt(signPattern, text, start)
  if (sign !== undefined) return toSign(sign, start)
  throw unreadable(text, start)
}

/** What a sticky pattern finds there. `test` makes no list of matches, of which a large agent has thousands. */
function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.test(text) ? text.slice(at, pattern.lastIndex) : undefined
}

function skipSpace(text: string, at: number): number {
  spacePattern.lastIndex = at
  return spacePattern.test(text) ? spacePattern.lastIndex : at
}

function toNumber(written: string, start: number): Token {
  const value = Number(written)
  const end = start + written.length
  if (!Number.isFinite(value)) throw new SyntaxFault({ message: t('This number is too large.'), start, end })
  return { kind: 'number', value, start, end }
}

function toSign(value: string, start: number): Token {
  const end = start + value.length
  const ours = Object.hasOwn(foreignSigns, value) ? foreignSigns[value] : undefined
  if (ours === undefined) return { kind: 'sign', value, start, end }
  throw new SyntaxFault({
    message: t('{value} is not a word of this language. Write {ours}.', { value, ours: ours.trim() }),
    start,
    end,
    fix: { label: t('Write {ours}', { ours: ours.trim() }), start, end, insert: ours },
  })
}

function unreadable(text: string, start: number): SyntaxFault {
  const character = String.fromCodePoint(text.codePointAt(start) ?? 0)
  const end = start + character.length
  if (character === '"' || character === "'") {
    const message = t('This text is never closed. Write {character} after it.', { character })
    return new SyntaxFault({
      message,
      start,
      end: text.length,
      fix: {
        label: t('Write {character} at the end', { character }),
        start: text.length,
        end: text.length,
        insert: character,
      },
    })
  }
  return new SyntaxFault({ message: t('The character {character} has no meaning here.', { character }), start, end })
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  '"': '"',
  "'": "'",
  '/': '/',
}

function unquote(quoted: string, start: number): string {
  return quoted.slice(1, -1).replace(/\\(?:u([\dA-Fa-f]{4})|(.))/gs, (whole, code, character, offset) => {
    if (typeof code === 'string') return String.fromCharCode(Number.parseInt(code, 16))
    const key = String(character)
    const value = Object.hasOwn(escapes, key) ? escapes[key] : undefined
    if (value !== undefined) return value
    const at = start + 1 + Number(offset)
    throw new SyntaxFault({
      message: t('{whole} has no meaning in a text. Write \\\\ for a backslash.', { whole: String(whole) }),
      start: at,
      end: at + String(whole).length,
      fix: { label: t('Double the backslash'), start: at, end: at + 1, insert: '\\\\' },
    })
  })
}
