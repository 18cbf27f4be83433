import { describe, expect, test, vi } from 'vitest'
import { defaultLLM, type LLMConfig, type ProviderName } from '../config/AgentConfig.ts'
import { AgentError } from '../errors/AgentError.ts'
import type { Json } from '../json/Json.ts'
import type { ChatRequest } from '../models/ChatModel.ts'
import { createChatModel } from './createChatModel.ts'

// The first question to a provider loads its client, which takes long on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const sse = (...events: readonly (Json | string)[]): string =>
  events.map((event) => `data: ${typeof event === 'string' ? event : JSON.stringify(event)}\n\n`).join('')
const named = (...events: readonly { readonly [key: string]: Json }[]): string =>
  events.map((event) => `event: ${String(event.type)}\ndata: ${JSON.stringify(event)}\n\n`).join('')
const lines = (...events: readonly Json[]): string => events.map((event) => `${JSON.stringify(event)}\n`).join('')

interface Schema {
  readonly [key: string]: Json
}

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

describe('what goes wrong on the way', () => {
  const providers = [openaiRecording, anthropicRecording, googleRecording, ollamaRecording]

  test.each(providers)('$provider: an HTTP error keeps its status, and never shows the key', async (recording) => {
    const body = JSON.stringify({ error: { message: `Incorrect API key provided: ${KEY}`, code: 'invalid_api_key' } })
    const { fetch, sent } = serve(
      '',
      new Response(body, { status: 401, headers: { 'content-type': 'application/json' } }),
    )
    const error = await ask(recording, fetch).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({
      code: 'provider.auth',
      retryable: false,
      detail: { status: 401, model: recording.model },
    })
    expect(JSON.stringify([error, String(error)])).not.toContain(KEY)
    expect(sent).toHaveLength(1)
  })

  test.each(providers)('$provider: a page instead of an answer points at the base URL', async (recording) => {
    const page = new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } })
    await expect(ask(recording, serve('', page).fetch)).rejects.toMatchObject({
      code: 'provider.badStream',
      message: expect.stringContaining('base URL'),
    })
  })

  test.each(providers)('$provider: where nothing answers, one request is made and no more', async (recording) => {
    const urls: string[] = []
    const nobody: typeof fetch = async (input, init) => {
      if (init?.mode !== 'no-cors') urls.push(String(input))
      throw new TypeError('fetch failed')
    }
    await expect(ask(recording, nobody)).rejects.toMatchObject({ code: 'provider.network', retryable: true })
    expect(urls).toEqual([recording.url])
  })

  test.each(providers)('$provider: stopping ends the request and the stream', async (recording) => {
    const controller = new AbortController()
    let stopped = false
    const endless: typeof fetch = async (_input, init) => {
      init?.signal?.addEventListener('abort', () => {
        stopped = true
      })
      const body = new ReadableStream<Uint8Array>({
        start: (stream) =>
          stream.enqueue(new TextEncoder().encode(`${recording.text('Half', ' more').split('Half')[0]}`)),
      })
      return new Response(body, { headers: { 'content-type': recording.type } })
    }
    const asked = ask(recording, endless, { signal: controller.signal })
    setTimeout(() => controller.abort(), 20)
    await expect(asked).rejects.toMatchObject({ code: 'run.stopped' })
    expect(stopped).toBe(true)
    await expect(ask(recording, endless, { signal: controller.signal })).rejects.toMatchObject({ code: 'run.stopped' })
  })

  test('a client that refuses its settings is a bad request, and nothing is asked', async () => {
    const { fetch, sent } = serve('', '')
    const messages = [
      { role: 'assistant' as const, content: 'Only me.' },
      { role: 'tool' as const, content: 'x' },
    ]
    const error = await ask(googleRecording, fetch, { messages }).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'provider.badRequest' })
    expect(sent).toEqual([])
  })
})

describe('keys', () => {
  const keyless = async (config: Partial<LLMConfig>, get: () => string | undefined = () => undefined) => {
    const asked: string[] = []
    const { fetch, sent } = serve(openaiRecording.type, openaiRecording.text('Hi'))
    const keys = {
      get(keyRef: string, host: string) {
        asked.push(`${keyRef} for ${host}`)
        return get()
      },
    }
    const model = await createChatModel({ ...defaultLLM, provider: 'openai', model: 'm', ...config }, { keys, fetch })
    const outcome = await model
      .chat({ messages: question, signal: new AbortController().signal })
      .catch((error: unknown) => error)
    return { outcome, asked, sent }
  }

  test('a missing one is named, with where to add it', async () => {
    const { outcome, asked, sent } = await keyless({ keyRef: 'work' })
    expect(outcome).toMatchObject({
      code: 'secret.missing',
      message: expect.stringMatching(/"work".*api\.openai\.com.*Keys/),
    })
    expect(asked).toEqual(['work for api.openai.com'])
    expect(sent).toEqual([])
    expect((await keyless({}, () => '')).outcome).toMatchObject({ code: 'secret.missing' })
  })

  test('a server of one’s own may do without', async () => {
    const { outcome, asked, sent } = await keyless({ baseUrl: 'http://localhost:1234/v1/' })
    expect(outcome).toMatchObject({ message: { content: 'Hi' } })
    expect(asked).toEqual(['openai for localhost:1234'])
    expect(sent[0]?.url).toBe('http://localhost:1234/v1/chat/completions')
    expect(sent[0]?.headers.has('authorization')).toBe(false)
  })

  test('one that is kept for another host is refused by whoever keeps it', async () => {
    const mismatch = new AgentError('secret.hostMismatch', 'The key is for another host.')
    const { outcome, sent } = await keyless({}, () => {
      throw mismatch
    })
    expect(outcome).toBe(mismatch)
    expect(sent).toEqual([])
  })

  test('an address that is none is refused before anything is asked', async () => {
    for (const baseUrl of ['localhost:1234', 'ftp://models.example', 'not an address']) {
      const { outcome, asked } = await keyless({ baseUrl })
      expect(outcome).toMatchObject({ code: 'provider.badRequest', path: 'llmConfig.baseUrl' })
      expect(asked).toEqual([])
    }
  })
})

describe('OpenAI’s protocol', () => {
  test.each([
    ['cohere', 'https://api.cohere.ai/compatibility/v1/chat/completions'],
    ['huggingface', 'https://router.huggingface.co/v1/chat/completions'],
  ] as const)('is spoken by %s', async (provider, url) => {
    const { fetch, sent } = serve(openaiRecording.type, openaiRecording.text('Hi'))
    await ask({ provider, model: 'm' }, fetch)
    expect(sent[0]?.url).toBe(url)
  })

  test('asks for a strict schema only where the schema is one', async () => {
    const formatOf = async (schema: Schema) => {
      const { fetch, sent } = serve(openaiRecording.type, openaiRecording.text('{"city":"Rome"}'))
      await ask(openaiRecording, fetch, { output: { name: 'A place!', schema } })
      return sent[0]?.body.response_format
    }
    expect(await formatOf(answerSchema)).toEqual({
      type: 'json_schema',
      json_schema: { name: 'A_place_', schema: answerSchema, strict: true },
    })
    const { additionalProperties: _, ...open } = answerSchema
    expect(await formatOf(open)).toMatchObject({ json_schema: { strict: false } })
    const optional = {
      ...answerSchema,
      properties: { ...answerSchema.properties, note: { anyOf: [{ type: 'string' }] } },
    }
    expect(await formatOf(optional)).toMatchObject({ json_schema: { strict: false } })
  })

  test('a server that refuses the setting is asked in words', async () => {
    const refusal = new Response('{"error":{"message":"response_format is not supported"}}', { status: 400 })
    const { fetch, sent } = serve(
      openaiRecording.type,
      refusal,
      openaiRecording.text('Here: ```json\n{"city":"Rome"}\n```'),
    )
    const { output } = await ask(openaiRecording, fetch, { output: { name: 'place', schema: answerSchema } })
    expect(output).toEqual({ city: 'Rome' })
    expect(sent[1]?.body).not.toHaveProperty('response_format')
    expect(JSON.stringify(sent[1]?.body)).toContain('JSON Schema')
  })

  test('Cohere is asked in words from the start', async () => {
    const { fetch, sent } = serve(openaiRecording.type, openaiRecording.text('{"city":"Rome"}'))
    const messages = [{ role: 'user' as const, content: 'Where?' }]
    const request = { messages, output: { name: 'place', schema: answerSchema } }
    expect((await ask({ provider: 'cohere', model: 'm' }, fetch, request)).output).toEqual({ city: 'Rome' })
    expect(sent[0]?.body).not.toHaveProperty('response_format')
    expect(sent[0]?.body.messages).toMatchObject([{ role: 'system' }, { role: 'user', content: 'Where?' }])
  })

  test.each([
    ['no JSON', 'I would say Rome.', 'no JSON'],
    ['another form', '{"town":"Rome"}', 'city'],
  ])('an answer with %s is a bad one', async (_what, text, words) => {
    const { fetch } = serve(openaiRecording.type, openaiRecording.text(text))
    await expect(
      ask(openaiRecording, fetch, { output: { name: 'place', schema: answerSchema } }),
    ).rejects.toMatchObject({
      code: 'provider.badAnswer',
      retryable: false,
      message: expect.stringContaining(words),
      detail: { text, detail: { partialText: text } },
    })
  })

  test('an answer in one piece is read all the same', async () => {
    const whole = {
      choices: [
        {
          index: 0,
          finish_reason: 'tool_calls',
          message: {
            role: 'assistant',
            content: null,
            tool_calls: [{ id: 'a', type: 'function', function: { name: 'weather', arguments: '{"city":"Rome"}' } }],
          },
        },
      ],
      usage: { prompt_tokens: 1, completion_tokens: 2 },
    }
    const answer = await ask(openaiRecording, serve('application/json', JSON.stringify(whole)).fetch)
    expect(answer.message.toolCalls).toEqual([{ id: 'a', name: 'weather', args: { city: 'Rome' } }])
    expect(answer.usage).toEqual({ inputTokens: 1, outputTokens: 2, totalTokens: 3 })
    for (const odd of ['{}', '{"choices":[]}', '{"choices":[{"text":"Hi"}]}', '[]']) {
      await expect(ask(openaiRecording, serve('application/json', odd).fetch)).rejects.toMatchObject({
        code: 'provider.badStream',
      })
    }
  })

  test('several calls of tools are told apart, whatever the server numbers them', async () => {
    const call = (index: number, id: string, args: string): Json =>
      openaiChunk({ tool_calls: [{ index, id, type: 'function', function: { name: 'weather', arguments: args } }] })
    const answer = sse(
      call(0, 'a', '{"city":"Rome"}'),
      call(0, 'b', '{"city":"Oslo"}'),
      call(1, '', ''),
      openaiChunk({}, 'tool_calls'),
    )
    const { message } = await ask(openaiRecording, serve(openaiRecording.type, answer).fetch)
    expect(message.toolCalls).toEqual([
      { id: 'a', name: 'weather', args: { city: 'Rome' } },
      { id: 'b', name: 'weather', args: { city: 'Oslo' } },
      { id: 'call_3', name: 'weather', args: {} },
    ])
  })

  test.each(['{"city":', '[1]', '{"__proto__":{}}'])('a call with the arguments %s is a bad one', async (args) => {
    const answer = sse(
      openaiChunk({
        tool_calls: [{ index: 0, id: 'a', type: 'function', function: { name: 'weather', arguments: args } }],
      }),
      openaiChunk({}, 'tool_calls'),
    )
    await expect(ask(openaiRecording, serve(openaiRecording.type, answer).fetch)).rejects.toMatchObject({
      code: 'provider.badToolCall',
      message: expect.stringContaining('weather'),
    })
  })

  test('an answer without counts has none', async () => {
    const answer = sse(openaiChunk({ content: 'Hi' }), openaiChunk({}, 'stop'), '[DONE]')
    expect(await ask(openaiRecording, serve(openaiRecording.type, answer).fetch)).not.toHaveProperty('usage')
  })

  test('[DONE] is an end, too', async () => {
    const answer = sse(openaiChunk({ content: 'Hi' }), '[DONE]')
    expect((await ask(openaiRecording, serve(openaiRecording.type, answer).fetch)).message.content).toBe('Hi')
  })

  test('sends the settings, but no temperature to a model that refuses one', async () => {
    const bodyOf = async (model: string) => {
      const { fetch, sent } = serve(openaiRecording.type, openaiRecording.text('Hi'))
      await ask({ provider: 'openai', model }, fetch, {}, { temperature: 0.5, maxTokens: 77 })
      return sent[0]?.body
    }
    expect(await bodyOf('gpt-4o-mini')).toMatchObject({ temperature: 0.5, max_tokens: 77, stream: true })
    expect(await bodyOf('gpt-5-mini')).not.toHaveProperty('temperature')
    expect(await bodyOf('gpt-5-mini')).toMatchObject({ max_completion_tokens: 77 })
  })
})

describe('the peculiarities of the others', () => {
  test('Claude takes no temperature above 1, and some models none', async () => {
    const bodyOf = async (model: string) => {
      const { fetch, sent } = serve(anthropicRecording.type, anthropicRecording.text('Hi'))
      await ask({ provider: 'anthropic', model }, fetch, {}, { temperature: 1.5 })
      return sent[0]?.body
    }
    expect(await bodyOf('claude-haiku-4-5')).toMatchObject({ temperature: 1, max_tokens: 1000 })
    expect(await bodyOf('claude-opus-5')).not.toHaveProperty('temperature')
  })

  test.each([anthropicRecording, googleRecording])(
    '$provider gets its instructions joined at the start',
    async (recording) => {
      const { fetch, sent } = serve(recording.type, recording.text('Hi'))
      const messages = [
        ...question,
        { role: 'system' as const, content: 'In French.' },
        { role: 'user' as const, content: 'Go.' },
      ]
      await ask(recording, fetch, { messages })
      expect(JSON.stringify(sent[0]?.body)).toContain('Be brief.\\n\\nIn French.')
      await ask(recording, fetch, { messages: [{ role: 'user', content: 'Alone.' }] })
      expect(JSON.stringify(sent[1]?.body)).not.toContain('ystem')
    },
  )

  test('Gemini says that it blocked the question', async () => {
    const blocked = sse({
      promptFeedback: { blockReason: 'PROHIBITED_CONTENT' },
      usageMetadata: { promptTokenCount: 4 },
    })
    await expect(ask(googleRecording, serve(googleRecording.type, blocked).fetch)).rejects.toMatchObject({
      code: 'provider.filtered',
    })
  })

  test('Gemini is asked for JSON by JSON Schema', async () => {
    const { fetch, sent } = serve(googleRecording.type, googleRecording.text('{"city":"Rome"}'))
    await ask(googleRecording, fetch, { output: { name: 'place', schema: answerSchema } })
    expect(sent[0]?.body.generationConfig).toMatchObject({
      responseMimeType: 'application/json',
      responseJsonSchema: answerSchema,
      maxOutputTokens: 1000,
    })
  })

  test('Ollama is told what to load first when it does not know the model', async () => {
    const unknown = new Response('{"error":"model \\"llama3.2\\" not found"}', { status: 404 })
    await expect(ask(ollamaRecording, serve('', unknown).fetch)).rejects.toMatchObject({
      code: 'provider.notFound',
      detail: { text: 'model "llama3.2" not found' },
    })
  })
})
