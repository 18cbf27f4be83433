import { expect, test } from 'vitest'
import type { EmbeddingConfig } from '../models/Embedder.ts'
import { createEmbedder } from './createEmbedder.ts'

interface Sent {
  readonly url: string
  readonly headers: Headers
  readonly body: unknown
}

/** A server that gives one answer and writes down what it was sent. */
function serve(answer: () => Response) {
  const sent: Sent[] = []
  const fetch: typeof globalThis.fetch = async (input, init) => {
    sent.push({ url: String(input), headers: new Headers(init?.headers), body: JSON.parse(String(init?.body)) })
    return answer()
  }
  return { sent, fetch }
}

const vectors = [
  [1, 0.5],
  [0, -1],
]
const key = 'sk-test-1234567890'
const keys = { get: () => key }

interface ProviderCase {
  readonly config: EmbeddingConfig
  readonly url: string
  readonly header: readonly [string, string]
  readonly body: unknown
  readonly answer: unknown
}

const providers: readonly ProviderCase[] = [
  {
    config: { provider: 'openai', model: 'm', baseUrl: 'https://a.example/v1' },
    url: 'https://a.example/v1/embeddings',
    header: ['authorization', `Bearer ${key}`],
    body: { model: 'm', input: ['one\ntext', 'two'], encoding_format: 'float' },
    answer: { data: vectors.map((embedding, index) => ({ index, embedding })) },
  },
  {
    config: { provider: 'ollama', model: 'm', baseUrl: 'http://localhost:11434' },
    url: 'http://localhost:11434/api/embed',
    header: ['authorization', `Bearer ${key}`],
    body: { model: 'm', input: ['one\ntext', 'two'] },
    answer: { embeddings: vectors },
  },
  {
    config: { provider: 'google', model: 'm', baseUrl: 'https://g.example' },
    url: 'https://g.example/v1beta/models/m:batchEmbedContents',
    header: ['x-goog-api-key', key],
    body: {
      requests: [
        { model: 'models/m', content: { parts: [{ text: 'one\ntext' }] } },
        { model: 'models/m', content: { parts: [{ text: 'two' }] } },
      ],
    },
    answer: { embeddings: vectors.map((values) => ({ values })) },
  },
]

const signal = new AbortController().signal

test.each(providers)('$config.provider is asked in its own protocol', async ({ config, url, header, body, answer }) => {
  const { fetch, sent } = serve(() => Response.json(answer))
  const embedder = await createEmbedder(config, { keys, fetch })
  expect(await embedder.embed(['one\ntext', 'two'], signal)).toEqual(vectors)
  expect(sent).toHaveLength(1)
  expect(sent[0]?.url).toBe(url)
  expect(sent[0]?.headers.get(header[0])).toBe(header[1])
  expect(sent[0]?.body).toMatchObject(body as object)
})

test.each(providers)('$config.provider: a refusal is one coded fault, without the key', async ({ config }) => {
  const { fetch, sent } = serve(() => Response.json({ error: { message: `bad key ${key}` } }, { status: 401 }))
  const embedder = await createEmbedder(config, { keys, fetch })
  const fault: unknown = await embedder.embed(['one'], signal).catch((error) => error)
  expect(fault).toMatchObject({ code: 'provider.auth' })
  expect(JSON.stringify(fault)).not.toContain(key)
  expect(sent).toHaveLength(1)
})

test.each(providers)('$config.provider: an answer without vectors is a fault', async ({ config, answer }) => {
  const { fetch } = serve(() => Response.json(answer))
  const embedder = await createEmbedder(config, { keys, fetch })
  await expect(embedder.embed(['one', 'two', 'three'], signal)).rejects.toMatchObject({
    code: expect.stringMatching(/^provider\.bad/),
  })
})

test('a key that is needed and missing is asked for, and a stopped search asks nobody', async () => {
  const { fetch, sent } = serve(() => Response.json({}))
  const embedder = await createEmbedder({ provider: 'openai', model: 'm' }, { keys: { get: () => undefined }, fetch })
  await expect(embedder.embed(['one'], signal)).rejects.toMatchObject({ code: 'secret.missing' })
  await expect(embedder.embed(['one'], AbortSignal.abort())).rejects.toMatchObject({ code: 'run.stopped' })
  expect(sent).toEqual([])
})
