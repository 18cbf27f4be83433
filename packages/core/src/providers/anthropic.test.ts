import { expect, test } from 'vitest'
import { ask, question, serve } from '../testing/askRecorded.ts'
import { anthropicRecording, googleRecording } from '../testing/recordedProviders.ts'

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
