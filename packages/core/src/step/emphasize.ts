import { t } from '../language/t.ts'

/** `*text*`, as summaries emphasise; stars and line breaks in the text itself are taken out. */
export function emphasize(text: string): string {
  return `*${oneLine(text)}*`
}

/** Names in one line: "*a*, *b* or *c*". */
export function emphasizeList(names: readonly string[], word: 'and' | 'or'): string {
  const shown = names.map(emphasize)
  const last = shown.pop()
  if (shown.length === 0) return last ?? ''
  const values = { list: shown.join(', '), last }
  return word === 'and' ? t('{list} and {last}', values) : t('{list} or {last}', values)
}

/** The beginning of a text, in one line of at most `length` characters. */
export function excerpt(text: string, length = 60): string {
  const line = oneLine(text)
  return line.length > length ? `${line.slice(0, length - 1).trimEnd()}…` : line
}

function oneLine(text: string): string {
  return text.replaceAll('*', '').replaceAll(/\s+/g, ' ').trim()
}
