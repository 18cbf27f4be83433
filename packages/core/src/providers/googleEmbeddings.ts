import { GoogleGenerativeAIEmbeddings } from '@langchain/google-genai'
import type { JsonObject } from '../json/Json.ts'
import type { EmbeddingClient, EmbeddingConnection } from './EmbeddingClient.ts'

/**
 * The Gemini API. Google's own client can be given neither a `fetch` nor a header: it is replaced by one that sends the
 * request itself.
 */
export const embedWithGoogle: EmbeddingClient = (connection, texts) => {
  const { config, target, key } = connection
  const embeddings = new GoogleGenerativeAIEmbeddings({
    model: config.model,
    apiKey: key,
    baseUrl: target.baseUrl,
    maxRetries: 0,
  })
  // Its constructor does not take this one.
  embeddings.stripNewLines = false
  // `client` is private to TypeScript only: there is no other way in.
  Reflect.set(embeddings, 'client', createGeminiClient(connection, embeddings.model))
  return embeddings.embedDocuments(texts)
}

/** What LangChain's embeddings ask of Google's client. */
function createGeminiClient({ target, key, fetch }: EmbeddingConnection, model: string) {
  return {
    async batchEmbedContents({ requests }: { readonly requests: readonly JsonObject[] }): Promise<unknown> {
      const body = { requests: requests.map((request) => ({ ...request, model: `models/${model}` })) }
      const response = await fetch(`${target.baseUrl}/v1beta/models/${encodeURI(model)}:batchEmbedContents`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-goog-api-key': key },
        body: JSON.stringify(body),
      })
      return response.json()
    },
  }
}
