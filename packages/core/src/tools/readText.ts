import { AgentError } from '../errors/AgentError.ts'
import { formatBytes } from '../json/formatBytes.ts'

/** Largest answer that is read, in bytes. */
const MAX_BYTES = 1_000_000

/** The text of an answer. Rejects when it is larger than any tool may give, without reading on. */
export async function readText(response: Response): Promise<string> {
  const reader = response.body?.getReader()
  if (reader === undefined) return ''
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    bytes += value.byteLength
    if (bytes > MAX_BYTES) {
      void reader.cancel().catch(() => undefined)
      const message = `The answer is larger than ${formatBytes(MAX_BYTES)}: ask for less.`
      throw new AgentError('tool.failed', message, { detail: { detail: { limit: MAX_BYTES } } })
    }
    text += decoder.decode(value, { stream: true })
  }
}
