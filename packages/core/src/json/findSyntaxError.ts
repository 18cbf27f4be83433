type Token = { readonly kind: string; readonly start: number; readonly end: number }
type Expected = 'value' | 'valueOrClose' | 'key' | 'keyOrClose' | 'colon' | 'commaOrClose' | 'end'

/** Kinds of tokens that may come where something is expected. */
const allowed: Readonly<Record<Expected, readonly string[]>> = {
  value: ['{', '[', 'string', 'scalar'],
  valueOrClose: ['{', '[', 'string', 'scalar', ']'],
  key: ['string'],
  keyOrClose: ['string', '}'],
  colon: [':'],
  commaOrClose: [',', '}', ']'],
  end: [],
}

/**
 * Offset of the first character at which `text` stops being JSON, or its length when it ends too early. Engines word
 * their own messages differently, and some give no position.
 */
export function findSyntaxError(text: string): number {
  const open: string[] = []
  let expected: Expected = 'value'
  for (let token = readToken(text, 0); ; token = readToken(text, token.end)) {
    const closes = token.kind === '}' || token.kind === ']'
    const mismatched = closes && open.at(-1) !== (token.kind === '}' ? '{' : '[')
    if (!allowed[expected].includes(token.kind) || mismatched) return token.start
    if (token.kind === '{' || token.kind === '[') open.push(token.kind)
    if (closes) open.pop()
    expected = nextExpected(expected, token.kind, open.at(-1))
  }
}

function nextExpected(expected: Expected, kind: string, container: string | undefined): Expected {
  if (kind === '{') return 'keyOrClose'
  if (kind === '[') return 'valueOrClose'
  if (kind === ':') return 'value'
  if (kind === ',') return container === '{' ? 'key' : 'value'
  if (expected === 'key' || (expected === 'keyOrClose' && kind === 'string')) return 'colon'
  return container === undefined ? 'end' : 'commaOrClose'
}

function readToken(text: string, from: number): Token {
  const start = matchEnd(text, from, /[ \t\n\r]*/y)
  const unit = text[start]
  if (unit === undefined) return { kind: 'nothing', start: text.length, end: text.length }
  if ('{}[],:'.includes(unit)) return { kind: unit, start, end: start + 1 }
  if (unit === '"') return readString(text, start)
  const end = matchEnd(text, start, /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y)
  return { kind: end === start ? 'bad' : 'scalar', start, end }
}

/** A string token; where the string itself is broken, a bad token at the broken place. */
function readString(text: string, start: number): Token {
  for (let index = start + 1; index < text.length; index += 1) {
    const unit = text.charAt(index)
    if (unit === '"') return { kind: 'string', start, end: index + 1 }
    if (unit < ' ') return { kind: 'bad', start: index, end: index }
    if (unit !== '\\') continue
    const escapeEnd = matchEnd(text, index, /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y)
    if (escapeEnd === index) return { kind: 'bad', start: index, end: index }
    index = escapeEnd - 1
  }
  return { kind: 'bad', start: text.length, end: text.length }
}

function matchEnd(text: string, from: number, pattern: RegExp): number {
  pattern.lastIndex = from
  return pattern.test(text) ? pattern.lastIndex : from
}
