/** The beginning of a body as text. */
export interface BodyText {
  readonly text: string
  /** `whole`, longer than was read, or broken off by the connection. */
  readonly end: 'whole' | 'tooLong' | 'broken'
}

/** Reads a body as text up to a limit of bytes, and lets go of the rest. Never rejects. */
export async function readText(response: Response, maxBytes: number): Promise<BodyText> {
  const reader = response.body?.getReader()
  if (reader === undefined) return { text: '', end: 'whole' }
  const decoder = createDecoder(response.headers.get('content-type') ?? '')
  let text = ''
  let left = maxBytes
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return { text: text + decoder.decode(), end: 'whole' }
      text += decoder.decode(value.subarray(0, left), { stream: true })
      left -= value.length
      if (left < 0) return { text, end: 'tooLong' }
    }
  } catch {
    return { text, end: 'broken' }
  } finally {
    void reader.cancel().catch(() => undefined)
  }
}

/** For the character set that the server names; one that nobody knows is read as UTF-8. */
function createDecoder(contentType: string): TextDecoder {
  const charset = /charset="?([\w-]+)/i.exec(contentType)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(charset)
  } catch {
    return new TextDecoder()
  }
}
