/** What is looked for. */
export interface TextQuery {
  readonly text: string
  readonly matchCase: boolean
  readonly wholeWord: boolean
}

/** Where something stands in a text; `end` is exclusive. */
export interface TextSpan {
  readonly start: number
  readonly end: number
}

/** Gives what finds every occurrence of a query in a text, in order and without overlaps. Nothing looks for nothing. */
export function findInText({ text, matchCase, wholeWord }: TextQuery): (where: string) => readonly TextSpan[] {
  if (text === '') return () => []
  const literal = text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  const pattern = wholeWord ? `(?<![\\p{L}\\p{N}_])${literal}(?![\\p{L}\\p{N}_])` : literal
  const expression = new RegExp(pattern, matchCase ? 'gu' : 'giu')
  return (where) =>
    Array.from(where.matchAll(expression), ({ 0: found, index }) => ({ start: index, end: index + found.length }))
}
