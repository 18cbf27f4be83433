import { describe, expect, test } from 'vitest'
import { AgentError } from '../errors/AgentError.ts'
import { createModelFetch, type ModelFetchOptions } from './createModelFetch.ts'

const KEY = 'sk-0123456789abcdef0123'
const context = {
  host: 'models.example',
  model: 'small',
  keyRef: 'openai',
  hasKey: true,
  maxTokens: 100,
  secrets: [KEY],
}
const piece = (text: string, finish: string | null = null): string =>
  `data: ${JSON.stringify({ choices: [{ delta: { content: text }, finish_reason: finish }] })}\n\n`

type Send = (url: string, init: RequestInit) => Response | Promise<Response>

/** Asks through a model fetch, as a client would. Gives the text of the body, or the fault that was told. */
async function ask(send: Send, options: Partial<ModelFetchOptions> = {}, headers: HeadersInit = {}) {
  const sent: { url: string; init: RequestInit }[] = []
  const faults: AgentError[] = []
  let ended = false
  const fetch = createModelFetch({
    fetch: async (input, init = {}) => {
      sent.push({ url: String(input), init })
      return send(String(input), init)
    },
    context,
    signal: new AbortController().signal,
    protocol: 'sse',
    probe: false,
    readEvent: (event) => {
      const [choice] = Array.isArray(event.choices) ? event.choices : []
      ended ||= typeof choice?.finish_reason === 'string'
      return typeof event.error === 'string' ? { text: event.error } : undefined
    },
    onDone: () => {
      ended = true
    },
    isComplete: () => ended,
    onFault: (fault) => faults.push(fault),
    ...options,
  })
  let text = ''
  let thrown: unknown
  try {
    const response = await fetch('https://models.example/v1/chat/completions', { method: 'POST', headers, body: '{}' })
    const decoder = new TextDecoder()
    for (const reader = response.body?.getReader(); ; ) {
      const { done = true, value } = (await reader?.read()) ?? {}
      if (done) break
      text += decoder.decode(value, { stream: true })
    }
  } catch (error) {
    thrown = error
  }
  return { text, thrown, faults, sent }
}

const stream = (...parts: readonly (string | Error)[]): Response => {
  const queue = [...parts]
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = queue.shift()
      if (next === undefined) controller.close()
      else if (typeof next === 'string') controller.enqueue(new TextEncoder().encode(next))
      else controller.error(next)
    },
  })
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
}

/** A body that sends these parts and then nothing, for ever. */
const stall = (...parts: readonly string[]): Response => {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of parts) controller.enqueue(new TextEncoder().encode(part))
    },
  })
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
}

/** A request that nobody answers until it is stopped. */
const silent: Send = (_url, { signal }) =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
  })

const refused: Send = () => {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }) })
}

describe('the request', () => {
  test('carries what the protocol needs and nothing else', async () => {
    const { sent } = await ask(
      () => stream(piece('Hi', 'stop')),
      {},
      {
        Authorization: `Bearer ${KEY}`,
        'Content-Type': 'application/json',
        'X-Stainless-Os': 'Linux',
        'User-Agent': 'client/1',
        'OpenAI-Organization': 'org-1',
      },
    )
    expect([...new Headers(sent[0]?.init.headers).keys()]).toEqual(['authorization', 'content-type'])
    expect(sent[0]?.init).toMatchObject({ method: 'POST', body: '{}', credentials: 'omit', redirect: 'manual' })
  })

  test('without a key carries no header for one', async () => {
    const { sent } = await ask(
      () => stream(piece('Hi', 'stop')),
      { context: { ...context, hasKey: false, secrets: [] } },
      { authorization: 'Bearer none', 'x-api-key': 'none', 'x-goog-api-key': 'none', accept: '*/*' },
    )
    expect([...new Headers(sent[0]?.init.headers).keys()]).toEqual(['accept'])
  })
})

describe('the answer', () => {
  test('passes on whole events, however they are cut', async () => {
    const whole = `: hello\n\n${piece('Grüße')}event: other\r\ndata: {"x":1}\r\n\r\n${piece('', 'stop')}data: [DONE]\n\n`
    const bytes = new TextEncoder().encode(whole)
    for (const size of [1, 2, 3, 7, 64, bytes.length]) {
      const parts: Uint8Array[] = []
      for (let at = 0; at < bytes.length; at += size) parts.push(bytes.slice(at, at + size))
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          for (const part of parts) controller.enqueue(part)
          controller.close()
        },
      })
      const { text, thrown } = await ask(() => new Response(body))
      expect(thrown).toBeUndefined()
      expect(text).toBe(whole)
    }
  })

  test('is complete with [DONE] alone, and then does not wait for the server', async () => {
    const { text, thrown } = await ask(() => stall(piece('Hi'), 'data: [DONE]\n\n'))
    expect(thrown).toBeUndefined()
    expect(text).toContain('Hi')
  })

  test('is complete after its end was told, however the connection ends', async () => {
    const { thrown } = await ask(() => stream(piece('Hi', 'stop'), new TypeError('network error')))
    expect(thrown).toBeUndefined()
    const late = await ask(() => stall(piece('Hi', 'stop')), { idleMs: 20 })
    expect(late.thrown).toBeUndefined()
  })

  test('may come without its last line break', async () => {
    const { text, thrown } = await ask(() => stream(piece('Hi'), piece('', 'stop').trimEnd()))
    expect(thrown).toBeUndefined()
    expect(text).toContain('stop')
  })

  test('in one piece becomes the events it would have been', async () => {
    const whole = { choices: [{ message: { content: 'Hi' } }] }
    const json = (body: string): Response => new Response(body, { headers: { 'content-type': 'application/json' } })
    const fromWhole = () => [{ choices: [{ delta: { content: 'Hi' }, finish_reason: 'stop' }] }]
    const { text, thrown } = await ask(() => json(JSON.stringify(whole)), { fromWhole })
    expect(thrown).toBeUndefined()
    expect(text).toBe(piece('Hi', 'stop').replace('null', '"stop"'))
    expect((await ask(() => json('{"error":"Overloaded"}'), { fromWhole })).thrown).toMatchObject({
      code: 'provider.server',
    })
    expect((await ask(() => json('{"ok":true}'))).thrown).toMatchObject({ code: 'provider.badStream' })
    expect((await ask(() => json('nonsense'), { fromWhole })).thrown).toMatchObject({ code: 'provider.badStream' })
  })
})

describe('an answer that is none', () => {
  test.each<[string, () => Response, string, boolean]>([
    ['a clean end in the middle', () => stream(piece('Half')), 'provider.incomplete', true],
    ['half an event', () => stream(piece('Half'), 'data: {"choi'), 'provider.incomplete', true],
    ['nothing at all', () => stream(), 'provider.incomplete', true],
    ['a lost connection', () => stream(piece('Half'), new TypeError('network error')), 'provider.incomplete', true],
    ['an error event', () => stream(piece('Half'), 'data: {"error":"Overloaded"}\n\n'), 'provider.server', true],
    ['an event that is no JSON', () => stream(piece('Half'), 'data: {oops\n\n'), 'provider.badStream', false],
    ['an event that is no object', () => stream(piece('Half'), 'data: 7\n\n'), 'provider.badStream', false],
    ['plain words', () => new Response('It works!\n\nReally.\n\n'), 'provider.badStream', false],
    ['plain words without an end', () => new Response('It works!'), 'provider.badStream', false],
    ['a page', () => new Response('<html>', { headers: { 'content-type': 'text/html' } }), 'provider.badStream', false],
  ])('%s', async (_what, answer, code, retryable) => {
    const { thrown, faults, text } = await ask(answer)
    expect(thrown).toMatchObject({ code, retryable, detail: { host: 'models.example', model: 'small' } })
    expect(faults[0]).toBe(thrown)
    if (_what.startsWith('half') || _what.startsWith('an e')) expect(text).toContain('Half')
  })

  test('a page points at the base URL', async () => {
    const { thrown } = await ask(() => new Response('<html>', { headers: { 'content-type': 'text/html' } }))
    expect(String(thrown)).toContain('/v1')
  })

  test('lines of JSON that are none', async () => {
    const nothing = await ask(() => new Response('It works!\n'), { protocol: 'ndjson' })
    expect(nothing.thrown).toMatchObject({ code: 'provider.badStream' })
    const half = await ask(() => new Response('{"message":{"content":"Half"}}\n{"mess'), { protocol: 'ndjson' })
    expect(half.thrown).toMatchObject({ code: 'provider.incomplete' })
    const words = await ask(() => new Response('It works!'), { protocol: 'ndjson' })
    expect(words.thrown).toMatchObject({ code: 'provider.badStream' })
  })
})

describe('an HTTP error', () => {
  const openai = (message: string, code: string | null, type = 'invalid_request_error') => ({
    error: { message, type, code },
  })
  test.each<[number, unknown, string, boolean]>([
    [400, openai('Bad field', null), 'provider.badRequest', false],
    [400, openai('Too long', 'context_length_exceeded'), 'provider.contextLimit', false],
    [400, openai('This model’s maximum context length is 8192 tokens', null), 'provider.contextLimit', false],
    [
      400,
      { type: 'error', error: { type: 'invalid_request_error', message: 'prompt is too long: 210000 tokens' } },
      'provider.contextLimit',
      false,
    ],
    [
      400,
      { type: 'error', error: { type: 'invalid_request_error', message: 'Your credit balance is too low' } },
      'provider.quota',
      false,
    ],
    [
      400,
      { error: { code: 400, message: 'API key not valid. Please pass a valid API key.', status: 'INVALID_ARGUMENT' } },
      'provider.auth',
      false,
    ],
    [400, openai('Filtered', 'content_filter'), 'provider.filtered', false],
    [401, openai(`Incorrect API key provided: ${KEY}`, 'invalid_api_key'), 'provider.auth', false],
    [402, { message: 'Payment required' }, 'provider.quota', false],
    [403, { detail: 'No access' }, 'provider.forbidden', false],
    [404, { error: 'model "small" not found, try pulling it first' }, 'provider.notFound', false],
    [408, {}, 'provider.timeoutTotal', true],
    [413, openai('Too big', null), 'provider.contextLimit', false],
    [422, { message: 'Unprocessable' }, 'provider.badRequest', false],
    [429, openai('Slow down', 'rate_limit_exceeded'), 'provider.rateLimited', true],
    [
      429,
      openai('You exceeded your current quota', 'insufficient_quota', 'insufficient_quota'),
      'provider.quota',
      false,
    ],
    [
      429,
      [{ error: { code: 429, message: 'Quota exceeded', status: 'RESOURCE_EXHAUSTED' } }],
      'provider.rateLimited',
      true,
    ],
    [500, openai('Oops', null, 'server_error'), 'provider.server', true],
    [503, 'Bad gateway', 'provider.server', true],
    [529, { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }, 'provider.server', true],
  ])('%i %j', async (status, body, code, retryable) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const { thrown, faults } = await ask(() => new Response(text, { status }))
    expect(thrown).toMatchObject({ code, retryable, detail: { status, host: 'models.example', model: 'small' } })
    expect(faults).toEqual([thrown])
    expect(JSON.stringify([thrown, String(thrown)])).not.toContain(KEY)
  })

  test('keeps the provider’s own words and code, without markup and cut', async () => {
    const words = async (body: string, type = 'application/json') => {
      const { thrown } = await ask(() => new Response(body, { status: 500, headers: { 'content-type': type } }))
      return AgentError.isInstance(thrown) ? thrown.detail : undefined
    }
    expect(await words('{"error":{"message":"Oops","code":"e1"}}')).toMatchObject({ text: 'Oops', providerCode: 'e1' })
    expect(await words('{"error":{"reason":"odd"}}')).toMatchObject({ text: '{"reason":"odd"}' })
    expect(await words('<html><style>a{}</style><h1>Bad gateway</h1></html>', 'text/html')).toMatchObject({
      text: 'Bad gateway',
    })
    expect(await words('[]')).toMatchObject({ text: '[]' })
    expect((await words('x'.repeat(100_000)))?.text).toHaveLength(2_000)
  })

  test('keeps a hint to wait where it may be read', async () => {
    const waitFor = async (value: string) => {
      const { thrown } = await ask(() => new Response('{}', { status: 429, headers: { 'retry-after': value } }))
      return AgentError.isInstance(thrown) ? thrown.detail?.detail : undefined
    }
    expect(await waitFor('3')).toEqual({ retryAfterMs: 3_000 })
    expect(await waitFor('Thu, 01 Jan 1970 00:00:00 GMT')).toEqual({ retryAfterMs: 0 })
    expect(await waitFor('soon')).toBeUndefined()
  })

  test('says when there was no key', async () => {
    const { thrown } = await ask(() => new Response('{}', { status: 401 }), {
      context: { ...context, hasKey: false, secrets: [] },
    })
    expect(String(thrown)).toContain('none named "openai"')
  })

  test('a body that breaks off does not hide the status', async () => {
    const broken = () => new Response(stream('{"err', new Error('gone')).body, { status: 500 })
    expect((await ask(broken)).thrown).toMatchObject({ code: 'provider.server' })
  })

  test('a redirect is not followed: it could carry the key elsewhere', async () => {
    const headers = { location: 'https://elsewhere.example/v1' }
    const { thrown } = await ask(() => new Response(null, { status: 301, headers }))
    expect(thrown).toMatchObject({ code: 'provider.badRequest', message: expect.stringContaining('elsewhere.example') })
  })
})

describe('no answer', () => {
  test('where nothing listens, names the host and what to check', async () => {
    const { thrown, sent } = await ask(refused)
    expect(thrown).toMatchObject({
      code: 'provider.network',
      retryable: true,
      detail: { providerCode: 'ECONNREFUSED' },
    })
    expect(String(thrown)).toContain('models.example')
    expect(sent).toHaveLength(1)
  })

  test('where something answers a request that reads nothing, it is CORS', async () => {
    const { thrown, sent } = await ask((url, init) => (init.mode === 'no-cors' ? new Response() : refused(url, init)), {
      probe: true,
    })
    expect(thrown).toMatchObject({ code: 'provider.cors', retryable: false })
    expect(sent.map(({ url }) => url)).toEqual(['https://models.example/v1/chat/completions', 'https://models.example'])
    expect(sent[1]?.init.headers).toBeUndefined()
  })

  test('the probe finds nothing there either', async () => {
    expect((await ask(refused, { probe: true })).thrown).toMatchObject({ code: 'provider.network' })
  })

  test('silence before the first byte, and in the middle', async () => {
    expect((await ask(silent, { firstByteMs: 10 })).thrown).toMatchObject({
      code: 'provider.timeoutIdle',
      retryable: true,
    })
    const late = await ask((_url, { signal }) => stoppable(stall(piece('Half')), signal), {
      firstByteMs: 60_000,
      idleMs: 10,
    })
    expect(late.thrown).toMatchObject({ code: 'provider.timeoutIdle', retryable: true })
    expect(late.text).toContain('Half')
  })

  test('stopping ends the request, and is no fault', async () => {
    const controller = new AbortController()
    const asked = ask(silent, { signal: controller.signal })
    controller.abort('enough')
    expect(await asked).toMatchObject({ thrown: 'enough', faults: [] })
    const second = new AbortController()
    const streaming = ask((_url, { signal }) => stoppable(stall(piece('Half')), signal), {
      signal: second.signal,
      readEvent: () => {
        second.abort('enough')
        return undefined
      },
    })
    expect(await streaming).toMatchObject({ thrown: 'enough', faults: [] })
  })
})

/** The body of a real fetch fails when its signal aborts. */
function stoppable(response: Response, signal: AbortSignal | null | undefined): Response {
  const { body } = response
  const failing = new TransformStream<Uint8Array, Uint8Array>({
    start(controller) {
      signal?.addEventListener('abort', () => controller.error(signal.reason), { once: true })
    },
  })
  return new Response(body?.pipeThrough(failing) ?? null, { headers: response.headers })
}
