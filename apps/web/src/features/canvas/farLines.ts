const lineLength = 11

/** A name as at most two lines of what a card has room for in its far view. A long word is cut, as is what is left over. */
export function farLines(name: string): readonly string[] {
  const words = name.split(/\s+/)
  let first = words.shift() ?? ''
  while (words[0] !== undefined && first.length + 1 + words[0].length <= lineLength) first += ` ${words.shift()}`
  return words.length === 0 ? [cut(first)] : [cut(first), cut(words.join(' '))]
}

function cut(line: string): string {
  return line.length <= lineLength ? line : `${line.slice(0, lineLength - 1).trimEnd()}…`
}
