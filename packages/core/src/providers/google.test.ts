import { expect, test } from 'vitest'
import { answerSchema, ask, serve } from '../testing/askRecorded.ts'
import { googleRecording, sse } from '../testing/recordedProviders.ts'

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
