/** A place in a text, both 1-based. */
export interface TextPlace {
  readonly line: number
  readonly column: number
}

/** Line and column of a character offset. */
export function textPlace(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: offset - lineStart + 1 }
}
