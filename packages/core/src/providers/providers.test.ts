import { describe, expect, test } from 'vitest'
import { answerSchema, ask, question, serve, weather } from '../testing/askRecorded.ts'
import { googleRecording, recordings, TEST_KEY } from '../testing/recordedProviders.ts'

describe.each(recordings)('$provider speaks its own protocol', (recording) => {
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
})

describe('what goes wrong on the way', () => {
  test.each(recordings)('$provider: an HTTP error keeps its status, and never shows the key', async (recording) => {
    const body = JSON.stringify({
      error: { message: `Incorrect API key provided: ${TEST_KEY}`, code: 'invalid_api_key' },
    })
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
    expect(JSON.stringify([error, String(error)])).not.toContain(TEST_KEY)
    expect(sent).toHaveLength(1)
  })

  test.each(recordings)('$provider: a page instead of an answer points at the base URL', async (recording) => {
    const page = new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } })
    await expect(ask(recording, serve('', page).fetch)).rejects.toMatchObject({
      code: 'provider.badStream',
      message: expect.stringContaining('base URL'),
    })
  })

  test.each(recordings)('$provider: where nothing answers, one request is made and no more', async (recording) => {
    const urls: string[] = []
    const nobody: typeof fetch = async (input, init) => {
      if (init?.mode !== 'no-cors') urls.push(String(input))
      throw new TypeError('fetch failed')
    }
    await expect(ask(recording, nobody)).rejects.toMatchObject({ code: 'provider.network', retryable: true })
    expect(urls).toEqual([recording.url])
  })

  test.each(recordings)('$provider: stopping ends the request and the stream', async (recording) => {
    const controller = new AbortController()
    let stopped = false
    const endless: typeof fetch = async (_input, init) => {
      init?.signal?.addEventListener('abort', () => {
        stopped = true
      })
      // Stopped once it has read what is there, and waits for more.
      const begun = new TextEncoder().encode(`${recording.text('Half', ' more').split('Half')[0]}`)
      const pieces = [() => controller.abort(), (stream: ReadableStreamDefaultController) => stream.enqueue(begun)]
      const body = new ReadableStream<Uint8Array>({ pull: (stream) => pieces.pop()?.(stream) }, { highWaterMark: 0 })
      return new Response(body, { headers: { 'content-type': recording.type } })
    }
    await expect(ask(recording, endless, { signal: controller.signal })).rejects.toMatchObject({ code: 'run.stopped' })
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
