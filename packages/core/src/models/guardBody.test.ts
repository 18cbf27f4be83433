import { describe, expect, test } from 'vitest'
import { askThroughFetch, piece, stall, stream } from '../testing/askThroughFetch.ts'

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
      const { text, thrown } = await askThroughFetch(() => new Response(body))
      expect(thrown).toBeUndefined()
      expect(text).toBe(whole)
    }
  })

  test('is complete with [DONE] alone, and then does not wait for the server', async () => {
    const { text, thrown } = await askThroughFetch(() => stall(piece('Hi'), 'data: [DONE]\n\n'))
    expect(thrown).toBeUndefined()
    expect(text).toContain('Hi')
  })

  test('is complete after its end was told, however the connection ends', async () => {
    const { thrown } = await askThroughFetch(() => stream(piece('Hi', 'stop'), new TypeError('network error')))
    expect(thrown).toBeUndefined()
    const late = await askThroughFetch(() => stall(piece('Hi', 'stop')), { idleMs: 20 })
    expect(late.thrown).toBeUndefined()
  })

  test('may come without its last line break', async () => {
    const { text, thrown } = await askThroughFetch(() => stream(piece('Hi'), piece('', 'stop').trimEnd()))
    expect(thrown).toBeUndefined()
    expect(text).toContain('stop')
  })

  test('in one piece becomes the events it would have been', async () => {
    const whole = { choices: [{ message: { content: 'Hi' } }] }
    const json = (body: string): Response => new Response(body, { headers: { 'content-type': 'application/json' } })
    const fromWhole = () => [{ choices: [{ delta: { content: 'Hi' }, finish_reason: 'stop' }] }]
    const { text, thrown } = await askThroughFetch(() => json(JSON.stringify(whole)), { fromWhole })
    expect(thrown).toBeUndefined()
    expect(text).toBe(piece('Hi', 'stop').replace('null', '"stop"'))
    expect((await askThroughFetch(() => json('{"error":"Overloaded"}'), { fromWhole })).thrown).toMatchObject({
      code: 'provider.server',
    })
    expect((await askThroughFetch(() => json('{"ok":true}'))).thrown).toMatchObject({ code: 'provider.badStream' })
    expect((await askThroughFetch(() => json('nonsense'), { fromWhole })).thrown).toMatchObject({
      code: 'provider.badStream',
    })
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
    const { thrown, faults, text } = await askThroughFetch(answer)
    expect(thrown).toMatchObject({ code, retryable, detail: { host: 'models.example', model: 'small' } })
    expect(faults[0]).toBe(thrown)
    if (_what.startsWith('half') || _what.startsWith('an e')) expect(text).toContain('Half')
  })

  test('a page points at the base URL', async () => {
    const { thrown } = await askThroughFetch(() => new Response('<html>', { headers: { 'content-type': 'text/html' } }))
    expect(String(thrown)).toContain('/v1')
  })

  test('lines of JSON that are none', async () => {
    const nothing = await askThroughFetch(() => new Response('It works!\n'), { protocol: 'ndjson' })
    expect(nothing.thrown).toMatchObject({ code: 'provider.badStream' })
    const half = await askThroughFetch(() => new Response('{"message":{"content":"Half"}}\n{"mess'), {
      protocol: 'ndjson',
    })
    expect(half.thrown).toMatchObject({ code: 'provider.incomplete' })
    const words = await askThroughFetch(() => new Response('It works!'), { protocol: 'ndjson' })
    expect(words.thrown).toMatchObject({ code: 'provider.badStream' })
  })
})
