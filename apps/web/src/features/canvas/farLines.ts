const lineLength = 11

/** A name as at most two lines of what a card has room for in its far view. A long word is cut, as is what is left over. */
export function farLines(name: string): readonly string[] {
  const words = name.split(/\s+/)
  let first = words.shift() ?? ''
  while (words[0] !== undefined && lengthOf(first) + 1 + lengthOf(words[0]) <= lineLength) first += ` ${words.shift()}`
  return words.length === 0 ? [cut(first)] : [cut(first), cut(words.join(' '))]
}

function cut(line: string): string {
  if (lengthOf(line) <= lineLength) return line
  const start = split(line).slice(0, lineLength - 1)
  return `${start.join('').trimEnd()}…`
}

/** How many characters people see. Names are measured whenever they are painted: plain ones are not split. */
function lengthOf(line: string): number {
  return /^[ -~]*$/.test(line) ? line.length : split(line).length
}

let segmenter: Intl.Segmenter | undefined

/** The characters that people see: an emoji is several code units, and may be several code points. */
function split(line: string): readonly string[] {
  segmenter ??= new Intl.Segmenter()
  return Array.from(segmenter.segment(line), ({ segment }) => segment)
}
