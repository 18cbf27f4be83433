import { describe, expect, test } from 'vitest'
import type { Json } from '../json/Json.ts'
import { httpTool } from './httpTool.ts'
import type { ToolContext } from './ToolDefinition.ts'

interface Sent {
  readonly url: string
  readonly init: RequestInit
}

const base = { kind: 'http', name: 'ask', url: 'https://api.example.org/v1/{city}?days={days}' }

async function call(
  settings: object,
  args: Readonly<Record<string, Json>>,
  answer: Response | Error = Response.json({}),
) {
  const sent: Sent[] = []
  const context: ToolContext = {
    signal: new AbortController().signal,
    fetch: async (url, init = {}) => {
      // The probe that follows a failure asks for nothing.
      if (init.mode === 'no-cors') throw new TypeError('Failed to fetch')
      sent.push({ url: String(url), init })
      if (answer instanceof Error) throw answer
      return answer
    },
    sandbox: { run: async () => undefined },
    keys: {
      get: (keyRef, host) => (host === 'api.example.org' && keyRef === 'weather' ? 's3cret-key-value' : undefined),
    },
    log: () => undefined,
    runAgent: async () => ({}),
    share: (_key, open) => open(),
  }
  // What the schema makes of the settings is what the tool takes.
  const config = httpTool.schema.parse({ ...base, ...settings })
  const result = await httpTool.run(args, config, context)
  return { result, sent }
}

describe('the request', () => {
  test('has arguments in its address, each as one part', async () => {
    const { sent } = await call({}, { city: 'São/Paulo?x=1', days: 3 })
    expect(sent[0]?.url).toBe('https://api.example.org/v1/S%C3%A3o%2FPaulo%3Fx%3D1?days=3')
    expect(sent[0]?.init).toMatchObject({ method: 'GET', credentials: 'omit', redirect: 'manual' })
    expect(sent[0]?.init.body).toBeUndefined()
  })

  test.each(['.', '..'])('never climbs in the path: %s', async (city) => {
    await expect(call({}, { city, days: 1 })).rejects.toMatchObject({ code: 'tool.badArguments' })
  })

  test('sends a body whose texts are templates, or all arguments', async () => {
    const own = await call(
      { method: 'POST', body: { q: 'in {city}', n: '{days}', list: ['{days}'] } },
      { city: 'Rome', days: 2 },
    )
    expect(JSON.parse(String(own.sent[0]?.init.body))).toEqual({ q: 'in Rome', n: 2, list: [2] })
    const plain = await call({ method: 'POST', body: 'Dear {city}' }, { city: 'Rome', days: 2 })
    expect(plain.sent[0]?.init.body).toBe('Dear Rome')
    expect(new Headers(plain.sent[0]?.init.headers).get('content-type')).toMatch(/^text\/plain/)
    const all = await call({ method: 'PUT' }, { city: 'Rome', days: 2 })
    expect(JSON.parse(String(all.sent[0]?.init.body))).toEqual({ city: 'Rome', days: 2 })
    expect(new Headers(all.sent[0]?.init.headers).get('content-type')).toBe('application/json')
  })

  test.each([
    [{ method: 'DELETE' }, undefined],
    [{ method: 'DELETE', body: { why: '{city}' } }, '{"why":"Rome"}'],
    [{ method: 'GET', body: { why: '{city}' } }, undefined],
  ])('has a body where there may be one: %j', async (settings, body) => {
    const { sent } = await call(settings, { city: 'Rome', days: 2 })
    expect(sent[0]?.init.body).toBe(body)
  })

  test('carries its key in a header, to its host only, and never shows it', async () => {
    const { sent, result } = await call(
      { keyRef: 'weather', headers: { accept: 'text/{city}' } },
      { city: 'plain', days: 1 },
      new Response('you sent s3cret-key-value'),
    )
    const headers = new Headers(sent[0]?.init.headers)
    expect(headers.get('authorization')).toBe('Bearer s3cret-key-value')
    expect(headers.get('accept')).toBe('text/plain')
    expect(result).toBe('you sent [hidden]')
    await expect(call({ keyRef: 'other' }, { city: 'a', days: 1 })).rejects.toMatchObject({ code: 'secret.missing' })
  })
})

describe('the answer', () => {
  test('is JSON where it is, else text', async () => {
    expect((await call({}, { city: 'a', days: 1 }, Response.json({ ok: [1] }))).result).toEqual({ ok: [1] })
    expect((await call({}, { city: 'a', days: 1 }, new Response('{"a":1}'))).result).toBe('{"a":1}')
  })

  test('is nothing where it is empty, and text where its JSON is broken', async () => {
    const answer = (body: BodyInit | null) => new Response(body, { headers: { 'content-type': 'application/json' } })
    expect((await call({}, { city: 'a', days: 1 }, answer(' '))).result).toBeNull()
    expect((await call({}, { city: 'a', days: 1 }, answer(null))).result).toBeNull()
    expect((await call({}, { city: 'a', days: 1 }, answer('{"a":'))).result).toBe('{"a":')
    // Bytes of which nobody says what they are.
    expect((await call({}, { city: 'a', days: 1 }, new Response(new Uint8Array([123, 125])))).result).toBe('{}')
  })

  test('that is a refusal is told in the words of the server', async () => {
    const refusal = new Response('no such city', { status: 404 })
    await expect(call({}, { city: 'a', days: 1 }, refusal)).rejects.toMatchObject({
      code: 'tool.failed',
      message: 'api.example.org answered with status 404: no such city',
    })
    await expect(call({}, { city: 'a', days: 1 }, new Response(' ', { status: 500 }))).rejects.toMatchObject({
      message: 'api.example.org answered with status 500.',
    })
  })

  test.each<[string, Response | Error, string, RegExp]>([
    [
      'a redirect to nowhere',
      new Response(null, { status: 301 }),
      'http.redirect',
      /sends the request elsewhere \(301\)\. Write the address it leads to\.$/,
    ],
    [
      'a redirect',
      new Response(null, { status: 302, headers: { location: 'https://evil.example' } }),
      'http.redirect',
      /sends the request elsewhere \(302\)\. To https:\/\/evil\.example\. Write the address it leads to\.$/,
    ],
    ['nowhere to be had', new TypeError('fetch failed'), 'http.network', /Nothing answered at api\.example\.org/],
    ['too large', new Response('x'.repeat(1_000_001)), 'http.tooLarge', /sent more than 1 MB/],
  ])('that is %s is a coded fault', async (_name, answer, code, words) => {
    await expect(call({}, { city: 'a', days: 1 }, answer)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(words),
    })
  })

  test('never shows the key, not even where a redirect would lead', async () => {
    const moved = new Response(null, { status: 302, headers: { location: 'https://evil.example/s3cret-key-value' } })
    const fault: unknown = await call({ keyRef: 'weather' }, { city: 'a', days: 1 }, moved).catch((thrown) => thrown)
    expect(String(fault)).toContain('https://evil.example/[hidden]')
    expect(String(fault)).not.toContain('s3cret')
  })
})
