import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '../../json/Json.ts'
import type { StepSurroundings } from '../../testing/createStepContext.ts'
import { describeStep } from '../../testing/describeStep.ts'
import { runStep } from '../../testing/runStep.ts'
import { httpStep } from './http.ts'
import { splitAnswerPath } from './splitAnswerPath.ts'

describeStep(httpStep, { describe, test })

interface Sent {
  readonly url: string
  readonly init: RequestInit
}

/** A server that gives these answers in turn and writes down what it was sent. */
function serve(...answers: readonly (() => Response)[]) {
  const sent: Sent[] = []
  const fetch: StepSurroundings['fetch'] = async (input, init = {}) => {
    sent.push({ url: String(input), init })
    const answer = answers[sent.length - 1] ?? answers.at(-1)
    if (answer === undefined) throw new TypeError('Failed to fetch')
    return answer()
  }
  return { sent, fetch }
}

const json = (value: Json, init?: ResponseInit) => () =>
  new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' }, ...init })

test('parts of the answer go into fields', async () => {
  const { fetch } = serve(json({ data: { items: [{ name: 'mug' }] } }, { status: 201, headers: { 'X-Page': '3' } }))
  const { update } = await runStep(
    httpStep,
    {
      url: 'https://shop.example/items',
      saves: [
        { path: 'data.items[0].name', field: 'name' },
        { part: 'status', field: 'status' },
        { part: 'header', path: 'x-page', field: 'page' },
        { field: 'whole' },
      ],
    },
    {},
    { fetch },
  )
  expect(update).toEqual({ name: 'mug', status: 201, page: '3', whole: { data: { items: [{ name: 'mug' }] } } })
})

test.each([
  ['https://a.example/x/{id}?q={q}', { id: 'a/../b?c#d', q: '1&2' }, 'https://a.example/x/a%2F..%2Fb%3Fc%23d?q=1%262'],
  ['{base}/items', { base: 'https://b.example/v1' }, 'https://b.example/v1/items'],
  ['https://{region}.c.example:8080/x', { region: 'eu' }, 'https://eu.c.example:8080/x'],
])('values are encoded for their place in %s', async (url, state, expected) => {
  const { fetch, sent } = serve(json(null))
  await runStep(httpStep, { url }, state, { fetch })
  expect(sent[0]?.url).toBe(expected)
})

test('a value cannot change the host that is written around it', async () => {
  const { fetch, sent } = serve(json(null))
  const config = { url: 'https://{region}.c.example/' }
  await expect(runStep(httpStep, config, { region: 'evil.example/' }, { fetch })).rejects.toMatchObject({
    code: 'http.badUrl',
  })
  expect(sent).toEqual([])
})

test('the query is added to what the address has, before its fragment', async () => {
  const { fetch, sent } = serve(json(null))
  const query = [
    { name: 'a b', value: '{v}' },
    { name: 'n', value: '1' },
  ]
  await runStep(httpStep, { url: 'https://a.example/?x=1#part', query }, { v: 'ä&=' }, { fetch })
  expect(sent[0]?.url).toBe('https://a.example/?x=1&a%20b=%C3%A4%26%3D&n=1#part')
})

test('whatever a value holds, the JSON body stays the body that was written', () =>
  fc.assert(
    fc.asyncProperty(fc.string(), fc.jsonValue({ maxDepth: 2 }), async (text, value) => {
      const { fetch, sent } = serve(json(null))
      // JSON.parse(JSON.stringify()) makes -0 the 0 that JSON can hold.
      const list: Json = [JSON.parse(JSON.stringify(value))]
      const config = {
        method: 'POST',
        url: 'https://a.example/',
        body: 'json',
        json: { q: 'Say: {text}', list: '{list}' },
      }
      await runStep(httpStep, config, { text, list }, { fetch })
      expect(JSON.parse(String(sent[0]?.init.body))).toEqual({ q: `Say: ${text}`, list })
      expect(new Headers(sent[0]?.init.headers).get('content-type')).toBe('application/json')
    }),
    { numRuns: 50 },
  ))

test('a JSON body keeps its form: only texts with fields in them are filled in', async () => {
  const { fetch, sent } = serve(json(null))
  const body = { list: ['{a}', 'plain', { deep: 'x{a}' }, 3, null, true], empty: {} }
  await runStep(
    httpStep,
    { method: 'POST', url: 'https://a.example/', body: 'json', json: body },
    { a: [1] },
    { fetch },
  )
  expect(JSON.parse(String(sent[0]?.init.body))).toEqual({
    list: [[1], 'plain', { deep: 'x[1]' }, 3, null, true],
    empty: {},
  })
})

test('a text body is a template, and says that it is text', async () => {
  const { fetch, sent } = serve(json(null))
  const config = { method: 'POST', url: 'https://a.example/', body: 'text', text: 'Dear {name}' }
  await runStep(httpStep, config, { name: 'Ada' }, { fetch })
  expect(sent[0]?.init.body).toBe('Dear Ada')
  expect(new Headers(sent[0]?.init.headers).get('content-type')).toMatch(/^text\/plain/)
})

test('a GET sends no body, and no request sends cookies or where it came from', async () => {
  const { fetch, sent } = serve(json(null))
  await runStep(httpStep, { url: 'https://a.example/', body: 'text', text: 'x' }, {}, { fetch })
  expect(sent[0]?.init).toMatchObject({ method: 'GET', credentials: 'omit', referrerPolicy: 'no-referrer' })
  expect(sent[0]?.init).not.toHaveProperty('body')
})

describe('a key', () => {
  const secret = 'tk_live_1234567890abcdef'
  const config = { url: 'https://a.example/', key: { keyRef: 'shop' }, answer: 'text', saves: [{ field: 'said' }] }

  test('is sent in its header, and blanked out of what comes back', async () => {
    const { fetch, sent } = serve(() => new Response(`you sent ${secret}`))
    const { update, logs } = await runStep(httpStep, config, {}, { fetch, keys: { shop: secret } })
    expect(new Headers(sent[0]?.init.headers).get('authorization')).toBe(`Bearer ${secret}`)
    expect(update).toEqual({ said: 'you sent [hidden]' })
    expect(JSON.stringify(logs)).not.toContain(secret)
  })

  test('is in no fault', async () => {
    const { fetch } = serve(json({ message: `bad key ${secret}` }, { status: 401 }))
    const failed: unknown = await runStep(httpStep, config, {}, { fetch, keys: { shop: secret } }).catch(
      (error) => error,
    )
    expect(failed).toMatchObject({ code: 'http.status', message: expect.stringContaining('bad key [hidden]') })
    expect(JSON.stringify(failed)).not.toContain(secret)
  })

  test('that is missing is asked for; nothing is sent without it', async () => {
    const { fetch, sent } = serve(json(null))
    await expect(runStep(httpStep, config, {}, { fetch })).rejects.toMatchObject({ code: 'secret.missing' })
    expect(sent).toEqual([])
  })

  test('never goes to a host that a value names', async () => {
    const { fetch, sent } = serve(json(null))
    const failing = runStep(
      httpStep,
      { ...config, url: '{a}' },
      { a: 'https://evil.example/' },
      { fetch, keys: { shop: secret } },
    )
    await expect(failing).rejects.toMatchObject({ code: 'http.badUrl' })
    expect(sent).toEqual([])
  })

  test('is not sent on by a redirect', async () => {
    const { fetch, sent } = serve(
      () => new Response(null, { status: 302, headers: { location: 'https://b.example/' } }),
    )
    const failing = runStep(httpStep, { ...config, followRedirects: true }, {}, { fetch, keys: { shop: secret } })
    await expect(failing).rejects.toMatchObject({
      code: 'http.redirect',
      message: expect.stringContaining('https://b.example/'),
    })
    expect(sent[0]?.init.redirect).toBe('manual')
  })
})

interface FaultCase {
  readonly answer: () => Response
  readonly config?: Readonly<Record<string, Json>>
  readonly code: string
  readonly retryable: boolean
}

test.each<FaultCase>([
  { answer: json({ error: { message: 'busy' } }, { status: 503 }), code: 'http.status', retryable: true },
  { answer: json({}, { status: 404 }), code: 'http.status', retryable: false },
  { answer: json({}, { status: 503 }), config: { method: 'POST' }, code: 'http.status', retryable: false },
  { answer: json({}, { status: 503 }), config: { method: 'POST', repeat: true }, code: 'http.status', retryable: true },
  {
    answer: () => new Response('<!doctype html><p>Welcome', { headers: { 'content-type': 'text/html' } }),
    code: 'http.page',
    retryable: false,
  },
  { answer: () => new Response('{"a":'), code: 'http.badJson', retryable: false },
  { answer: () => new Response('{"__proto__":1}'), code: 'http.badJson', retryable: false },
  {
    answer: () => new Response('x'.repeat(1_001)),
    config: { maxKilobytes: 1 },
    code: 'http.tooLarge',
    retryable: false,
  },
  { answer: json({ a: 1 }), config: { saves: [{ path: 'a.b', field: 'f' }] }, code: 'http.noValue', retryable: false },
])('$code for what cannot be taken ($config)', async ({ answer, config, code, retryable }) => {
  const { fetch } = serve(answer)
  const failing = runStep(httpStep, { url: 'https://a.example/', ...config }, {}, { fetch })
  await expect(failing).rejects.toMatchObject({ code, retryable })
})

test('an answer that does not come in time is a fault of its own', async () => {
  const fetch: StepSurroundings['fetch'] = (_, init) =>
    new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(new TypeError('aborted'))))
  const failing = runStep(httpStep, { url: 'https://a.example/', timeoutSeconds: 1 }, {}, { fetch })
  await expect(failing).rejects.toMatchObject({ code: 'http.timeout', retryable: true })
})

test('nobody there', async () => {
  const { fetch } = serve()
  await expect(runStep(httpStep, { url: 'https://a.example/' }, {}, { fetch })).rejects.toMatchObject({
    code: 'http.network',
    retryable: true,
  })
})

test.each(['', 'ftp://a.example/', 'javascript:alert(1)', 'https://me:pass@a.example/'])(
  'no request goes to "%s"',
  async (url) => {
    const { fetch, sent } = serve(json(null))
    await expect(runStep(httpStep, { url }, {}, { fetch })).rejects.toMatchObject({ code: 'http.badUrl' })
    expect(sent).toEqual([])
  },
)

test('any status can be taken as an answer', async () => {
  const { fetch } = serve(() => new Response('gone', { status: 410 }))
  const config = {
    url: 'https://a.example/',
    acceptErrors: true,
    saves: [{ part: 'status', field: 's' }, { field: 'b' }],
  }
  const { update } = await runStep(httpStep, config, {}, { fetch })
  expect(update).toEqual({ s: 410, b: 'gone' })
})

test.each<[string, readonly string[] | undefined]>([
  ['', []],
  ['a', ['a']],
  ['data.items[0].name', ['data', 'items', '0', 'name']],
  ['[0].x', ['0', 'x']],
  ['a["b.c"][\'d\']', ['a', 'b.c', 'd']],
  ['a-b.c d', ['a-b', 'c d']],
  ['items[-1]', ['items', '-1']],
  ['a..b', undefined],
  ['a.', undefined],
  ['.a', undefined],
  ['a[0', undefined],
  ['a[0]b', undefined],
])('the path %s', (path, keys) => {
  expect(splitAnswerPath(path)).toEqual(keys)
})

describe('what is read of an answer', () => {
  const read = async (answer: () => Response, settings: Readonly<Record<string, Json>> = {}) => {
    const { fetch } = serve(answer)
    const config = { url: 'https://a.example/', saves: [{ field: 'body' }], ...settings }
    return (await runStep(httpStep, config, {}, { fetch })).update
  }
  const reject = (answer: () => Response, settings: Readonly<Record<string, Json>> = {}) =>
    read(answer, settings).then(
      () => undefined,
      (fault: unknown) => fault,
    )

  test('an empty one is nothing, and so is a header that did not come', async () => {
    expect(await read(() => new Response(' \n'))).toEqual({ body: null })
    const saves = [{ part: 'header', path: 'X-Page', field: 'page' }]
    expect(await read(() => new Response('1'), { saves })).toEqual({ page: null })
  })

  test('a page that does not say so is known by how it begins', async () => {
    const bytes = new TextEncoder().encode('  <html><body>Hello')
    expect(await reject(() => new Response(bytes))).toMatchObject({ code: 'http.page' })
  })

  test.each<[Json, string, string, readonly string[]]>([
    [{ a: { b: 1, c: 2 } }, 'a.d', '"a.d" leads to nothing. What is there: b, c.', ['b', 'c']],
    [{ a: [1, 2, 3] }, 'a[3]', '"a.3" leads to nothing. What is there: 0 to 2.', ['0 to 2']],
    [{ a: [] }, 'a[0].x', '"a.0" leads to nothing.', []],
    [{ a: 'text' }, 'a.b.c', '"a.b" leads to nothing.', []],
    [{ a: null }, 'a.b', '"a.b" leads to nothing.', []],
  ])('in %j the path %s leads nowhere, and what is there is told', async (body, path, words, available) => {
    const fault = await reject(json(body), {
      saves: [
        { part: 'status', field: 'status' },
        { path, field: 'f' },
      ],
    })
    expect(fault).toMatchObject({ code: 'http.noValue', path: 'config.saves[1].path', detail: { available } })
    expect(String(fault)).toMatch(new RegExp(`${words.replaceAll(/[.[\]]/g, '\\$&')}$`))
  })

  test('a value that is null is one', async () => {
    expect(await read(json({ a: null }), { saves: [{ path: 'a', field: 'f' }] })).toEqual({ f: null })
  })

  test('a server that says when to come again is listened to', async () => {
    const busy = (headers: Record<string, string>) => () => new Response('', { status: 429, headers })
    expect(await reject(busy({ 'retry-after': '3' }))).toMatchObject({ detail: { detail: { retryAfterMs: 3_000 } } })
    expect(await reject(busy({}))).not.toMatchObject({ detail: { detail: expect.anything() } })
  })
})
