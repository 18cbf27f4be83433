/** `*text*`, as summaries emphasise; stars and line breaks in the text itself are taken out. */
export function emphasize(text: string): string {
  return `*${oneLine(text)}*`
}

/** Names in one line: "*a*, *b* or *c*". */
export function emphasizeList(names: readonly string[], word: 'and' | 'or'): string {
  const shown = names.map(emphasize)
  const last = shown.pop()
  return shown.length === 0 ? (last ?? '') : `${shown.join(', ')} ${word} ${last}`
}

/** The beginning of a text, in one line of at most `length` characters. */
export function excerpt(text: string, length = 60): string {
  const line = oneLine(text)
  return line.length > length ? `${line.slice(0, length - 1).trimEnd()}…` : line
}

function oneLine(text: string): string {
  return text.replaceAll('*', '').replaceAll(/\s+/g, ' ').trim()
}
