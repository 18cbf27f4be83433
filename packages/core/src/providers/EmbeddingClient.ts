import type { EmbeddingConfig } from '../models/Embedder.ts'
import type { ProviderTarget } from '../models/resolveProvider.ts'

/** What a client is made from, for one request. */
export interface EmbeddingConnection {
  readonly config: EmbeddingConfig
  readonly target: ProviderTarget
  /** Never empty, because clients insist on one; without a key no header that carries it leaves. */
  readonly key: string
  readonly fetch: typeof fetch
}

/** Asks one provider for the vectors of these texts through its LangChain client. */
export type EmbeddingClient = (connection: EmbeddingConnection, texts: string[]) => Promise<number[][]>
