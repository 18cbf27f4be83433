import type { SearchConfig } from '../../config/AgentConfig.ts'
import { defaultEmbeddingModels, type EmbeddingConfig } from '../../models/Embedder.ts'

/** The embedding model of a search by meaning, gaps filled with what the provider offers. */
export function resolveEmbedding({ provider = 'openai', model, baseUrl, keyRef }: SearchConfig): EmbeddingConfig {
  return {
    provider,
    model: model === undefined || model.trim() === '' ? defaultEmbeddingModels[provider] : model,
    ...(baseUrl === undefined || baseUrl === '' ? {} : { baseUrl }),
    ...(keyRef === undefined || keyRef === '' ? {} : { keyRef }),
  }
}
