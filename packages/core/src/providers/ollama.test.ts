import { expect, test } from 'vitest'
import { ask, serve } from '../testing/askRecorded.ts'
import { ollamaRecording } from '../testing/recordedProviders.ts'

test('Ollama is told what to load first when it does not know the model', async () => {
  const unknown = new Response('{"error":"model \\"llama3.2\\" not found"}', { status: 404 })
  await expect(ask(ollamaRecording, serve('', unknown).fetch)).rejects.toMatchObject({
    code: 'provider.notFound',
    detail: { text: 'model "llama3.2" not found' },
  })
})
