import type { Message } from './Message.ts'
import type { OutputRequest } from './parseAnswer.ts'

/** The messages with a request for JSON at the end of the instructions, for models that know no other way to be asked. */
export function askForJson(messages: readonly Message[], output: OutputRequest): readonly Message[] {
  const request = `Answer with JSON only, without any other text, that fits this JSON Schema:\n${JSON.stringify(output.schema)}`
  const [first, ...rest] = messages
  if (first?.role === 'system') return [{ ...first, content: `${first.content}\n\n${request}` }, ...rest]
  return [{ role: 'system', content: request }, ...messages]
}
