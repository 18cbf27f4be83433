import { OllamaEmbeddings } from '@langchain/ollama'
import type { EmbeddingClient } from './EmbeddingClient.ts'

/** Ollama's own protocol. */
export const embedWithOllama: EmbeddingClient = ({ config, target, key, fetch }, texts) =>
  new OllamaEmbeddings({
    model: config.model,
    baseUrl: target.baseUrl,
    maxRetries: 0,
    headers: new Headers({ authorization: `Bearer ${key}` }),
    fetch,
  }).embedDocuments(texts)
