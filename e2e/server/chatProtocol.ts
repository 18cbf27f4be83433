import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

/** A request body of the chat-completions protocol, as far as the tests look at it. */
export interface ChatBody {
  readonly model?: string
  readonly stream?: boolean
  readonly stream_options?: { readonly include_usage?: boolean }
  readonly temperature?: number
  readonly messages?: readonly {
    readonly role: string
    readonly content: string | readonly { readonly text?: string }[]
    readonly tool_calls?: readonly { readonly id: string; readonly function: { readonly name: string } }[]
    readonly tool_call_id?: string
  }[]
  readonly tools?: readonly { readonly function: { readonly name: string } }[]
  /** The texts of a request for embeddings. */
  readonly input?: readonly string[]
  readonly response_format?: {
    readonly type: string
    readonly json_schema?: { readonly name: string; readonly schema: unknown }
  }
}

/** A call as a model asks for it. */
export interface AnsweredCall {
  readonly id: string
  readonly name: string
  readonly args: object | string
}

/** An answer, word by word. */
export interface Answer {
  readonly text: string
  /** Tools the model asks for; arguments that are a text are sent as they are. */
  readonly toolCalls?: readonly AnsweredCall[]
  /** Pause before each word, in milliseconds. */
  readonly wordMs?: number
  /** Waited for before the word of this index (0, 1 …) is sent, so that a test can look at a half-told answer. */
  readonly gate?: (word: number) => Promise<void> | undefined
  /** What the answer is said to have cost; counted roughly by default. */
  readonly usage?: { readonly prompt_tokens: number; readonly completion_tokens: number; readonly total_tokens: number }
  readonly finishReason?: 'stop' | 'length' | 'content_filter'
  /** Close the connection in the middle, without saying that the answer is complete. */
  readonly cut?: boolean
  /** Stop sending in the middle and keep the connection open. */
  readonly stall?: boolean
}

let answers = 0

/** The answer as one JSON object. */
export function wholeAnswer(body: ChatBody, { text, toolCalls, finishReason, usage }: Answer) {
  const calls = toolCalls?.map(toCall)
  return {
    id: nextId(),
    object: 'chat.completion',
    created: 0,
    model: body.model ?? 'test-model',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: text, tool_calls: calls },
        finish_reason: finishReason ?? endOf(calls),
      },
    ],
    usage: usage ?? usageOf(body, text),
  }
}

/** The answer as server-sent events. */
export async function streamAnswer(response: ServerResponse, body: ChatBody, answer: Answer): Promise<void> {
  const { text, toolCalls, wordMs = 0, cut = false, stall = false, usage = usageOf(body, text) } = answer
  const calls = toolCalls?.map(toCall)
  const finishReason = answer.finishReason ?? endOf(calls)
  const base = { id: nextId(), object: 'chat.completion.chunk', created: 0, model: body.model ?? 'test-model' }
  const send = (value: unknown) => response.write(`data: ${JSON.stringify(value)}\n\n`)
  send({ ...base, choices: [{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }] })
  for (const [index, word] of (text.match(/\S+\s*/g) ?? []).entries()) {
    if (wordMs > 0) await wait(wordMs)
    await answer.gate?.(index)
    if (response.destroyed) return
    send({ ...base, choices: [{ index: 0, delta: { content: word }, finish_reason: null }] })
  }
  for (const [index, call] of (calls ?? []).entries()) {
    send({ ...base, choices: [{ index: 0, delta: { tool_calls: [{ index, ...call }] }, finish_reason: null }] })
  }
  if (stall) return
  if (cut) {
    response.end()
    return
  }
  send({ ...base, choices: [{ index: 0, delta: {}, finish_reason: finishReason }] })
  if (body.stream_options?.include_usage) send({ ...base, choices: [], usage })
  response.end('data: [DONE]\n\n')
}

function toCall({ id, name, args }: AnsweredCall) {
  return { id, type: 'function', function: { name, arguments: typeof args === 'string' ? args : JSON.stringify(args) } }
}

function endOf(calls: readonly unknown[] | undefined): string {
  return calls === undefined ? 'stop' : 'tool_calls'
}

function usageOf(body: ChatBody, text: string) {
  const prompt = tokens(JSON.stringify(body.messages ?? []))
  const completion = tokens(text)
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion }
}

function tokens(text: string): number {
  return Math.max(1, Math.ceil(text.length / 4))
}

function nextId(): string {
  answers += 1
  return `chatcmpl-${answers}`
}
