const segment = /\[\s*(-?\d+)\s*\]|\[\s*"([^"]*)"\s*\]|\[\s*'([^']*)'\s*\]|([^.[\]]+)/gy

/**
 * The keys of a path written like `data.items[0].name`; an empty path leads to the whole. Undefined when it cannot be
 * read.
 */
export function splitAnswerPath(path: string): readonly string[] | undefined {
  const keys: string[] = []
  const text = path.trim()
  let at = 0
  while (at < text.length) {
    const dot = text[at] === '.' && at > 0
    segment.lastIndex = dot ? at + 1 : at
    const match = segment.exec(text)
    if (match === null || (!dot && at > 0 && match[4] !== undefined)) return undefined
    keys.push(match[1] ?? match[2] ?? match[3] ?? match[4]?.trim() ?? '')
    at = segment.lastIndex
  }
  return keys
}
