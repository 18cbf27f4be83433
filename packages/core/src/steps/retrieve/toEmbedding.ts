import { defaultEmbeddingModels, type EmbeddingConfig } from '../../models/Embedder.ts'
import type { RetrieveConfig } from './retrieveSchema.ts'

/** The model that compares meanings, with what the settings leave out. */
export function toEmbedding({ provider, model, baseUrl, keyRef }: RetrieveConfig['embedding']): EmbeddingConfig {
  return {
    provider,
    model: model || defaultEmbeddingModels[provider],
    ...(baseUrl === '' ? {} : { baseUrl }),
    ...(keyRef === '' ? {} : { keyRef }),
  }
}
