import { describe, expect, test } from 'vitest'
import { AgentError } from '../errors/AgentError.ts'
import {
  askThroughFetch,
  fetchContext,
  piece,
  refused,
  silent,
  stall,
  stoppable,
  stream,
} from '../testing/askThroughFetch.ts'
import { TEST_KEY } from '../testing/recordedProviders.ts'

describe('the request', () => {
  test('carries what the protocol needs and nothing else', async () => {
    const { sent } = await askThroughFetch(
      () => stream(piece('Hi', 'stop')),
      {},
      {
        Authorization: `Bearer ${TEST_KEY}`,
        'Content-Type': 'application/json',
        'X-Stainless-Os': 'Linux',
        'User-Agent': 'client/1',
        'OpenAI-Organization': 'org-1',
      },
    )
    expect([...new Headers(sent[0]?.init.headers).keys()]).toEqual(['authorization', 'content-type'])
    expect(sent[0]?.init).toMatchObject({ method: 'POST', body: '{}', credentials: 'omit', redirect: 'manual' })
  })

  test('carries no key but the one for this host, whatever the client found elsewhere', async () => {
    const { sent } = await askThroughFetch(
      () => stream(piece('Hi', 'stop')),
      {},
      {
        authorization: 'Bearer token-from-the-environment',
        'x-api-key': TEST_KEY,
      },
    )
    expect([...new Headers(sent[0]?.init.headers).keys()]).toEqual(['x-api-key'])
  })

  test('without a key carries no header for one', async () => {
    const { sent } = await askThroughFetch(
      () => stream(piece('Hi', 'stop')),
      { context: { ...fetchContext, hasKey: false, secrets: [] } },
      { authorization: 'Bearer none', 'x-api-key': 'none', 'x-goog-api-key': 'none', accept: '*/*' },
    )
    expect([...new Headers(sent[0]?.init.headers).keys()]).toEqual(['accept'])
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
    [401, openai(`Incorrect API key provided: ${TEST_KEY}`, 'invalid_api_key'), 'provider.auth', false],
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
    const { thrown, faults } = await askThroughFetch(() => new Response(text, { status }))
    expect(thrown).toMatchObject({ code, retryable, detail: { status, host: 'models.example', model: 'small' } })
    expect(faults).toEqual([thrown])
    expect(JSON.stringify([thrown, String(thrown)])).not.toContain(TEST_KEY)
  })

  test('keeps the provider’s own words and code, without markup and cut', async () => {
    const words = async (body: string, type = 'application/json') => {
      const { thrown } = await askThroughFetch(
        () => new Response(body, { status: 500, headers: { 'content-type': type } }),
      )
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
      const { thrown } = await askThroughFetch(
        () => new Response('{}', { status: 429, headers: { 'retry-after': value } }),
      )
      return AgentError.isInstance(thrown) ? thrown.detail?.detail : undefined
    }
    expect(await waitFor('3')).toEqual({ retryAfterMs: 3_000 })
    expect(await waitFor('Thu, 01 Jan 1970 00:00:00 GMT')).toEqual({ retryAfterMs: 0 })
    expect(await waitFor('soon')).toBeUndefined()
  })

  test('says when there was no key', async () => {
    const { thrown } = await askThroughFetch(() => new Response('{}', { status: 401 }), {
      context: { ...fetchContext, hasKey: false, secrets: [] },
    })
    expect(String(thrown)).toContain('none named "openai"')
  })

  test('a body that breaks off does not hide the status', async () => {
    const broken = () => new Response(stream('{"err', new Error('gone')).body, { status: 500 })
    expect((await askThroughFetch(broken)).thrown).toMatchObject({ code: 'provider.server' })
  })

  test('a redirect is not followed: it could carry the key elsewhere', async () => {
    const headers = { location: 'https://elsewhere.example/v1' }
    const { thrown } = await askThroughFetch(() => new Response(null, { status: 301, headers }))
    expect(thrown).toMatchObject({ code: 'provider.badRequest', message: expect.stringContaining('elsewhere.example') })
  })
})

describe('no answer', () => {
  test('where nothing listens, names the host and what to check', async () => {
    const { thrown, sent } = await askThroughFetch(refused)
    expect(thrown).toMatchObject({
      code: 'provider.network',
      retryable: true,
      detail: { providerCode: 'ECONNREFUSED' },
    })
    expect(String(thrown)).toContain('models.example')
    expect(sent).toHaveLength(1)
  })

  test('where something answers a request that reads nothing, it is CORS', async () => {
    const { thrown, sent } = await askThroughFetch(
      (url, init) => (init.mode === 'no-cors' ? new Response() : refused(url, init)),
      {
        probe: true,
      },
    )
    expect(thrown).toMatchObject({ code: 'provider.cors', retryable: false })
    expect(sent.map(({ url }) => url)).toEqual(['https://models.example/v1/chat/completions', 'https://models.example'])
    expect(sent[1]?.init.headers).toBeUndefined()
  })

  test('the probe finds nothing there either', async () => {
    expect((await askThroughFetch(refused, { probe: true })).thrown).toMatchObject({ code: 'provider.network' })
  })

  test('silence before the first byte, and in the middle', async () => {
    expect((await askThroughFetch(silent, { firstByteMs: 10 })).thrown).toMatchObject({
      code: 'provider.timeoutIdle',
      retryable: true,
    })
    const late = await askThroughFetch((_url, { signal }) => stoppable(stall(piece('Half')), signal), {
      firstByteMs: 60_000,
      idleMs: 10,
    })
    expect(late.thrown).toMatchObject({ code: 'provider.timeoutIdle', retryable: true })
    expect(late.text).toContain('Half')
  })

  test('stopping ends the request, and is no fault', async () => {
    const controller = new AbortController()
    const asked = askThroughFetch(silent, { signal: controller.signal })
    controller.abort('enough')
    expect(await asked).toMatchObject({ thrown: 'enough', faults: [] })
    const second = new AbortController()
    const streaming = askThroughFetch((_url, { signal }) => stoppable(stall(piece('Half')), signal), {
      signal: second.signal,
      readEvent: () => {
        second.abort('enough')
        return undefined
      },
    })
    expect(await streaming).toMatchObject({ thrown: 'enough', faults: [] })
  })
})
