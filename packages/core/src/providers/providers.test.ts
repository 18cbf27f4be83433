import { describe, expect, test } from 'vitest'
import { defaultLLM, type LLMConfig, type ProviderName } from '../config/AgentConfig.ts'
import type { Json } from '../json/Json.ts'
import type { ChatRequest } from '../models/ChatModel.ts'
import { createChatModel } from './createChatModel.ts'

const sse = (...events: readonly (Json | string)[]): string =>
  events.map((event) => `data: ${typeof event === 'string' ? event : JSON.stringify(event)}\n\n`).join('')
const named = (...events: readonly { readonly [key: string]: Json }[]): string =>
  events.map((event) => `event: ${String(event.type)}\ndata: ${JSON.stringify(event)}\n\n`).join('')
const lines = (...events: readonly Json[]): string => events.map((event) => `${JSON.stringify(event)}\n`).join('')

interface Sent {
  readonly url: string
  readonly headers: Headers
  readonly body: { readonly [key: string]: Json }
}

/** A server on the other side of `fetch`: it answers with these texts, one per request, and remembers what was sent. */
function serve(type: string, ...answers: readonly (string | Response)[]) {
  const sent: Sent[] = []
  const send: typeof fetch = async (input, init) => {
    sent.push({ url: String(input), headers: new Headers(init?.headers), body: JSON.parse(String(init?.body)) })
    const answer = answers[Math.min(sent.length, answers.length) - 1] ?? ''
    return answer instanceof Response ? answer : new Response(answer, { headers: { 'content-type': type } })
  }
  return { sent, fetch: send }
}

const question: readonly ChatRequest['messages'][number][] = [
  { role: 'system', content: 'Be brief.' },
  { role: 'user', content: 'Weather in Rome?' },
]
const weather = {
  name: 'weather',
  description: 'The weather of a city.',
  parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
}
const answerSchema = {
  type: 'object',
  properties: { city: { type: 'string' } },
  required: ['city'],
  additionalProperties: false,
}

/** One protocol, recorded in the shapes of its provider's documentation. */
interface Recording {
  readonly provider: ProviderName
  readonly model: string
  readonly type: string
  readonly url: string
  readonly keyHeader: readonly [name: string, value: string]
  readonly text: (...pieces: readonly string[]) => string
  readonly tool: string
  readonly cut: string
  readonly length: string
  readonly filtered: string
  readonly empty: string
  readonly error: string
}

const openaiChunk = (delta: Json, finish: string | null = null): Json => ({
  id: 'chatcmpl-1',
  object: 'chat.completion.chunk',
  created: 1,
  model: 'gpt-4o-mini',
  choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
})
const openaiUsage: Json = {
  id: 'chatcmpl-1',
  object: 'chat.completion.chunk',
  created: 1,
  model: 'gpt-4o-mini',
  choices: [],
  usage: { prompt_tokens: 12, completion_tokens: 3, total_tokens: 15 },
}
const openaiText = (finish: string, ...pieces: readonly string[]): string =>
  sse(
    openaiChunk({ role: 'assistant', content: '' }),
    ...pieces.map((content) => openaiChunk({ content })),
    openaiChunk({}, finish),
    openaiUsage,
    '[DONE]',
  )

const openaiRecording: Recording = {
  provider: 'openai',
  model: 'gpt-4o-mini',
  type: 'text/event-stream; charset=utf-8',
  url: 'https://api.openai.com/v1/chat/completions',
  keyHeader: ['authorization', 'Bearer sk-test-0123456789abcdef'],
  text: (...pieces) => openaiText('stop', ...pieces),
  tool: sse(
    openaiChunk({
      role: 'assistant',
      content: null,
      tool_calls: [{ index: 0, id: 'call_a', type: 'function', function: { name: 'weather', arguments: '' } }],
    }),
    openaiChunk({ tool_calls: [{ index: 0, function: { arguments: '{"city":' } }] }),
    openaiChunk({ tool_calls: [{ index: 0, function: { arguments: '"Rome"}' } }] }),
    openaiChunk({}, 'tool_calls'),
    '[DONE]',
  ),
  cut: sse(openaiChunk({ role: 'assistant', content: 'Half' })),
  length: openaiText('length', 'Half'),
  filtered: openaiText('content_filter', 'Half'),
  empty: openaiText('stop'),
  error: sse(openaiChunk({ content: 'Half' }), { error: { message: 'Overloaded', type: 'server_error', code: null } }),
}

const anthropicText = (reason: string, ...pieces: readonly string[]): string =>
  named(
    {
      type: 'message_start',
      message: {
        id: 'msg_1',
        type: 'message',
        role: 'assistant',
        content: [],
        model: 'claude-haiku-4-5',
        stop_reason: null,
        stop_sequence: null,
        usage: { input_tokens: 12, output_tokens: 1 },
      },
    },
    { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
    { type: 'ping' },
    ...pieces.map((text) => ({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } })),
    { type: 'content_block_stop', index: 0 },
    { type: 'message_delta', delta: { stop_reason: reason, stop_sequence: null }, usage: { output_tokens: 3 } },
    { type: 'message_stop' },
  )

const anthropicRecording: Recording = {
  provider: 'anthropic',
  model: 'claude-haiku-4-5',
  type: 'text/event-stream; charset=utf-8',
  url: 'https://api.anthropic.com/v1/messages',
  keyHeader: ['x-api-key', 'sk-test-0123456789abcdef'],
  text: (...pieces) => anthropicText('end_turn', ...pieces),
  tool: named(
    {
      type: 'message_start',
      message: {
        id: 'msg_1',
        type: 'message',
        role: 'assistant',
        content: [],
        model: 'claude-haiku-4-5',
        usage: { input_tokens: 12, output_tokens: 1 },
      },
    },
    {
      type: 'content_block_start',
      index: 0,
      content_block: { type: 'tool_use', id: 'call_a', name: 'weather', input: {} },
    },
    { type: 'content_block_delta', index: 0, delta: { type: 'input_json_delta', partial_json: '{"city":' } },
    { type: 'content_block_delta', index: 0, delta: { type: 'input_json_delta', partial_json: '"Rome"}' } },
    { type: 'content_block_stop', index: 0 },
    { type: 'message_delta', delta: { stop_reason: 'tool_use', stop_sequence: null }, usage: { output_tokens: 3 } },
    { type: 'message_stop' },
  ),
  cut: anthropicText('end_turn', 'Half').split('event: content_block_stop')[0] ?? '',
  length: anthropicText('max_tokens', 'Half'),
  filtered: anthropicText('refusal', 'Half'),
  empty: anthropicText('end_turn'),
  error:
    (anthropicText('end_turn', 'Half').split('event: content_block_stop')[0] ?? '') +
    named({ type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }),
}

const geminiPart = (parts: Json, finishReason?: string): Json => ({
  candidates: [
    { content: { parts, role: 'model' }, ...(finishReason === undefined ? {} : { finishReason }), index: 0 },
  ],
  usageMetadata: { promptTokenCount: 12, candidatesTokenCount: 3, totalTokenCount: 15 },
  modelVersion: 'gemini-2.5-flash',
})

const googleRecording: Recording = {
  provider: 'google',
  model: 'gemini-2.5-flash',
  type: 'text/event-stream',
  url: 'https://generativelanguage.googleapis.com/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse',
  keyHeader: ['x-goog-api-key', 'sk-test-0123456789abcdef'],
  text: (...pieces) =>
    sse(...pieces.map((text, at) => geminiPart([{ text }], at === pieces.length - 1 ? 'STOP' : undefined))),
  tool: sse(geminiPart([{ functionCall: { id: 'call_a', name: 'weather', args: { city: 'Rome' } } }], 'STOP')),
  cut: sse(geminiPart([{ text: 'Half' }])),
  length: sse(geminiPart([{ text: 'Half' }], 'MAX_TOKENS')),
  filtered: sse(geminiPart([{ text: 'Half' }], 'SAFETY')),
  empty: sse(geminiPart([{ text: '' }], 'STOP')),
  error: sse(geminiPart([{ text: 'Half' }]), {
    error: { code: 503, message: 'Overloaded', status: 'UNAVAILABLE' },
  }),
}

const ollamaPiece = (message: Json, more: { readonly [key: string]: Json } = { done: false }): Json => ({
  model: 'llama3.2',
  created_at: '2026-01-01T00:00:00Z',
  message,
  ...more,
})
const ollamaEnd = (reason: string): Json =>
  ollamaPiece(
    { role: 'assistant', content: '' },
    { done: true, done_reason: reason, total_duration: 1, prompt_eval_count: 12, eval_count: 3 },
  )
const ollamaText = (reason: string, ...pieces: readonly string[]): string =>
  lines(...pieces.map((content) => ollamaPiece({ role: 'assistant', content })), ollamaEnd(reason))

const ollamaRecording: Recording = {
  provider: 'ollama',
  model: 'llama3.2',
  type: 'application/x-ndjson',
  url: 'http://localhost:11434/api/chat',
  keyHeader: ['authorization', 'Bearer sk-test-0123456789abcdef'],
  text: (...pieces) => ollamaText('stop', ...pieces),
  tool: lines(
    ollamaPiece({
      role: 'assistant',
      content: '',
      tool_calls: [{ function: { name: 'weather', arguments: { city: 'Rome' } } }],
    }),
    ollamaEnd('stop'),
  ),
  cut: lines(ollamaPiece({ role: 'assistant', content: 'Half' })),
  length: ollamaText('length', 'Half'),
  filtered: ollamaText('content_filter', 'Half'),
  empty: ollamaText('stop'),
  error: lines(ollamaPiece({ role: 'assistant', content: 'Half' }), { error: 'an error was encountered: Overloaded' }),
}

const KEY = 'sk-test-0123456789abcdef'

async function ask(
  { provider, model }: Pick<Recording, 'provider' | 'model'>,
  send: typeof fetch,
  request: Partial<ChatRequest> = {},
  config: Partial<LLMConfig> = {},
) {
  const made = await createChatModel(
    { ...defaultLLM, provider, model, ...config },
    { keys: { get: () => KEY }, fetch: send },
  )
  return made.chat({ messages: question, signal: new AbortController().signal, ...request })
}

describe.each([openaiRecording, anthropicRecording, googleRecording, ollamaRecording])(
  '$provider speaks its own protocol',
  (recording) => {
    test('streams text, and gives the whole message with its usage', async () => {
      const { fetch, sent } = serve(recording.type, recording.text('Sunny', ' and ', 'warm.'))
      const deltas: string[] = []
      const answer = await ask(recording, fetch, { onDelta: (text) => deltas.push(text) })
      expect(deltas).toEqual(['Sunny', ' and ', 'warm.'])
      expect(answer).toEqual({
        message: { role: 'assistant', content: 'Sunny and warm.' },
        usage: { inputTokens: 12, outputTokens: 3, totalTokens: 15 },
      })
      const [name, value] = recording.keyHeader
      expect(sent[0]?.url).toBe(recording.url)
      expect(sent[0]?.headers.get(name)).toBe(value)
      expect(JSON.stringify(sent[0]?.body)).toContain('Be brief.')
      expect(
        [...(sent[0]?.headers.keys() ?? [])].filter((header) => /^x-(?!api-key|goog-api-key$)|agent/.test(header)),
      ).toEqual([])
    })

    test('asks for a tool', async () => {
      const { fetch, sent } = serve(recording.type, recording.tool)
      const { message } = await ask(recording, fetch, { tools: [weather] })
      expect(message).toEqual({
        role: 'assistant',
        content: '',
        toolCalls: [{ id: expect.any(String), name: 'weather', args: { city: 'Rome' } }],
      })
      expect(JSON.stringify(sent[0]?.body)).toContain('The weather of a city.')
    })

    test('takes the answer of a tool back', async () => {
      const { fetch, sent } = serve(recording.type, recording.text('Sunny.'))
      await ask(recording, fetch, {
        messages: [
          ...question,
          { role: 'assistant', content: '', toolCalls: [{ id: 'call_a', name: 'weather', args: { city: 'Rome' } }] },
          { role: 'tool', content: '28 degrees', toolCallId: 'call_a', name: 'weather' },
        ],
        tools: [weather],
      })
      expect(JSON.stringify(sent[0]?.body)).toContain('28 degrees')
    })

    test('fills a schema in its own way', async () => {
      const { fetch, sent } = serve(recording.type, recording.text('{"city":', '"Rome"}'))
      const answer = await ask(recording, fetch, { output: { name: 'place', schema: answerSchema } })
      expect(answer.output).toEqual({ city: 'Rome' })
      expect(JSON.stringify(sent[0]?.body)).toContain('"city"')
    })

    test.each([
      ['cut', 'provider.incomplete', true, 'Half'],
      ['length', 'provider.lengthLimit', false, 'Half'],
      ['filtered', 'provider.filtered', false, 'Half'],
      ['empty', 'provider.empty', false, undefined],
      ['error', 'provider.server', true, 'Half'],
    ] as const)(
      'an answer that ends badly (%s) is a fault that keeps its text',
      async (kind, code, retryable, partialText) => {
        const { fetch } = serve(recording.type, recording[kind])
        await expect(ask(recording, fetch)).rejects.toMatchObject({
          code,
          retryable,
          detail: { model: recording.model, ...(partialText === undefined ? {} : { detail: { partialText } }) },
        })
      },
    )
  },
)
