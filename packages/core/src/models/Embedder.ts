import type { KeySource } from './ChatModel.ts'

/** The providers whose models turn texts into vectors. */
export const embeddingProviders = ['openai', 'ollama', 'google'] as const

/** Settings of a model that turns texts into vectors. Never holds a key, only the name of one. */
export interface EmbeddingConfig {
  readonly provider: (typeof embeddingProviders)[number]
  readonly model: string
  readonly baseUrl?: string
  readonly keyRef?: string
}

/** The models that are asked when the settings name none. */
export const defaultEmbeddingModels: Readonly<Record<EmbeddingConfig['provider'], string>> = {
  openai: 'text-embedding-3-small',
  ollama: 'nomic-embed-text',
  google: 'gemini-embedding-001',
}

/**
 * Turns texts into vectors, one each, in one try. Rejects with an `AgentError` as a chat model does: `provider.…`,
 * `secret.missing`, or the signal's reason.
 */
export interface Embedder {
  embed(texts: readonly string[], signal: AbortSignal): Promise<readonly (readonly number[])[]>
}

/** Makes an embedder from settings. The default one is `createEmbedder` of `providers`. */
export type EmbedderFactory = (
  config: EmbeddingConfig,
  services: { readonly keys: KeySource; readonly fetch: typeof fetch },
) => Promise<Embedder>
