import { describe, expect, test } from 'vitest'
import type { Json } from '../json/Json.ts'
import { answerSchema, ask, serve } from '../testing/askRecorded.ts'
import { openaiChunk, openaiRecording, sse } from '../testing/recordedProviders.ts'

interface Schema {
  readonly [key: string]: Json
}

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
