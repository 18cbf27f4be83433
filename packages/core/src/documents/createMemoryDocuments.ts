import { sha256 } from '../config/sha256.ts'
import type { Json } from '../json/Json.ts'
import type { DocumentStore } from './DocumentStore.ts'

/**
 * A store that lasts as long as the program.
 *
 * @param texts the documents that files name by their hash
 */
export function createMemoryDocuments(texts: readonly string[] = []): DocumentStore {
  const byHash = new Map(texts.map((text) => [sha256(text), text]))
  const indexes = new Map<string, Json>()
  return {
    readText: async (hash) => byHash.get(hash),
    readIndex: async (key) => indexes.get(key),
    writeIndex: async (key, index) => {
      indexes.set(key, index)
    },
  }
}
