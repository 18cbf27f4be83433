import type { DocumentSearch } from '../../documents/DocumentSearch.ts'
import type { RetrieveConfig } from './retrieveSchema.ts'
import { toEmbedding } from './toEmbedding.ts'

/** What to search, and how. */
export function toSearch(config: RetrieveConfig): DocumentSearch {
  const { documents, size, overlap, by, ranking, embedding, limit, minScore } = config
  return {
    path: 'config.documents',
    documents,
    splitting: { size, overlap: Math.min(overlap, size - 1), by },
    ...(ranking === 'words' ? {} : { embedding: toEmbedding(embedding) }),
    limit,
    ...(minScore === undefined ? {} : { minScore }),
  }
}
