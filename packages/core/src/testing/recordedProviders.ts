import type { ProviderName } from '../config/AgentConfig.ts'
import type { Json } from '../json/Json.ts'

/** A key for tests, so that it can be looked for in what must not show it. */
export const TEST_KEY = 'sk-test-0123456789abcdef'

export const sse = (...events: readonly (Json | string)[]): string =>
  events.map((event) => `data: ${typeof event === 'string' ? event : JSON.stringify(event)}\n\n`).join('')
const named = (...events: readonly { readonly [key: string]: Json }[]): string =>
  events.map((event) => `event: ${String(event.type)}\ndata: ${JSON.stringify(event)}\n\n`).join('')
const lines = (...events: readonly Json[]): string => events.map((event) => `${JSON.stringify(event)}\n`).join('')

/** One protocol, recorded in the shapes of its provider's documentation. */
export interface Recording {
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

export const openaiChunk = (delta: Json, finish: string | null = null): Json => ({
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

export const openaiRecording: Recording = {
  provider: 'openai',
  model: 'gpt-4o-mini',
  type: 'text/event-stream; charset=utf-8',
  url: 'https://api.openai.com/v1/chat/completions',
  keyHeader: ['authorization', `Bearer ${TEST_KEY}`],
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

export const anthropicRecording: Recording = {
  provider: 'anthropic',
  model: 'claude-haiku-4-5',
  type: 'text/event-stream; charset=utf-8',
  url: 'https://api.anthropic.com/v1/messages',
  keyHeader: ['x-api-key', TEST_KEY],
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

export const googleRecording: Recording = {
  provider: 'google',
  model: 'gemini-2.5-flash',
  type: 'text/event-stream',
  url: 'https://generativelanguage.googleapis.com/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse',
  keyHeader: ['x-goog-api-key', TEST_KEY],
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

export const ollamaRecording: Recording = {
  provider: 'ollama',
  model: 'llama3.2',
  type: 'application/x-ndjson',
  url: 'http://localhost:11434/api/chat',
  keyHeader: ['authorization', `Bearer ${TEST_KEY}`],
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

export const recordings = [openaiRecording, anthropicRecording, googleRecording, ollamaRecording] as const
