import { defaultLLM, type LLMConfig, type ProviderName } from '../config/AgentConfig.ts'
import type { Json } from '../json/Json.ts'
import type { ChatRequest } from '../models/ChatModel.ts'
import { createChatModel } from '../providers/createChatModel.ts'
import { TEST_KEY } from './recordedProviders.ts'

export interface Sent {
  readonly url: string
  readonly headers: Headers
  readonly body: { readonly [key: string]: Json }
}

/** A server on the other side of `fetch`: it answers with these texts, one per request, and remembers what was sent. */
export function serve(type: string, ...answers: readonly (string | Response)[]) {
  const sent: Sent[] = []
  const send: typeof fetch = async (input, init) => {
    sent.push({ url: String(input), headers: new Headers(init?.headers), body: JSON.parse(String(init?.body)) })
    const answer = answers[Math.min(sent.length, answers.length) - 1] ?? ''
    return answer instanceof Response ? answer : new Response(answer, { headers: { 'content-type': type } })
  }
  return { sent, fetch: send }
}

export const question: readonly ChatRequest['messages'][number][] = [
  { role: 'system', content: 'Be brief.' },
  { role: 'user', content: 'Weather in Rome?' },
]
export const weather = {
  name: 'weather',
  description: 'The weather of a city.',
  parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
}
export const answerSchema = {
  type: 'object',
  properties: { city: { type: 'string' } },
  required: ['city'],
  additionalProperties: false,
}

export async function ask(
  { provider, model }: { readonly provider: ProviderName; readonly model: string },
  send: typeof fetch,
  request: Partial<ChatRequest> = {},
  config: Partial<LLMConfig> = {},
) {
  const made = await createChatModel(
    { ...defaultLLM, provider, model, ...config },
    { keys: { get: () => TEST_KEY }, fetch: send },
  )
  return made.chat({ messages: question, signal: new AbortController().signal, ...request })
}
