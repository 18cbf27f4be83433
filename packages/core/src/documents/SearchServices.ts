import type { DocumentStore } from './DocumentStore.ts'

/** What a search reaches through. */
export interface SearchServices {
  readonly documents: DocumentStore
  /** Turns texts into vectors with the model that the search names. */
  embed(texts: readonly string[]): Promise<readonly (readonly number[])[]>
  /** Told how many pieces of all have their vector, while an index is made. */
  onProgress?(done: number, total: number): void
}
