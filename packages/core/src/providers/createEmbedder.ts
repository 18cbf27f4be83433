import type { EmbedderFactory, EmbeddingConfig } from '../models/Embedder.ts'
import { askForVectors } from './askForVectors.ts'
import type { EmbeddingClient } from './EmbeddingClient.ts'

/** Each client is loaded on first use only. */
const clients: Readonly<Record<EmbeddingConfig['provider'], () => Promise<EmbeddingClient>>> = {
  openai: async () => (await import('./openaiEmbeddings.ts')).embedWithOpenAI,
  ollama: async () => (await import('./ollamaEmbeddings.ts')).embedWithOllama,
  google: async () => (await import('./googleEmbeddings.ts')).embedWithGoogle,
}

/** The embedder for these settings, whatever the provider. The key is asked for at each request, never kept. */
export const createEmbedder: EmbedderFactory = async (config, services) => {
  const client = await clients[config.provider]()
  return { embed: (texts, signal) => askForVectors({ client, config, services, texts, signal }) }
}
