/** What was written as a text, as JSON; and the other way round. What is no JSON yet stays as it was written. */
export function toFormat(text: string, format: 'string' | 'json'): string {
  const value = parse(text)
  if (format === 'string') return typeof value === 'string' ? value : text
  return value === undefined ? JSON.stringify(text) : text
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
