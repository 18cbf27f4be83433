import { sha256 } from '../config/sha256.ts'
import { rankByVector } from '../ranking/rankByVector.ts'
import { rankByWords } from '../ranking/rankByWords.ts'
import type { DocumentIndex } from './DocumentIndex.ts'
import type { DocumentHit, DocumentSearch } from './DocumentSearch.ts'
import { keepIndex } from './keepIndex.ts'
import { hashOf, readDocument } from './readDocument.ts'
import type { SearchServices } from './SearchServices.ts'

/** Counts up when indexes come to look different: older ones are then made anew. */
const INDEX_VERSION = 1

/**
 * The pieces of the documents that answer a question best. The index they are found by is made once, kept in the store
 * under what it was made of, and used again until documents or settings change.
 *
 * @throws AgentError `documents.missing`, or what the model met
 */
export async function searchDocuments(
  search: DocumentSearch,
  question: string,
  services: SearchServices,
): Promise<readonly DocumentHit[]> {
  if (question.trim() === '') return []
  const index = await keepIndex(indexKey(search), search, services)
  const ranked = await rank(index, question, services)
  const { limit, minScore = Number.NEGATIVE_INFINITY } = search
  const best = ranked.filter(({ score }) => score >= minScore).slice(0, limit)
  return Promise.all(best.map(({ index: piece, score }) => toHit(search, index.pieces[piece], score, services)))
}

/** Names the index of these documents, cut and ranked like this. What only chooses among hits is no part of it. */
function indexKey({ documents, splitting, embedding }: DocumentSearch): string {
  const { size, overlap, by } = splitting
  const ranking = embedding === undefined ? null : [embedding.provider, embedding.model, embedding.baseUrl ?? null]
  return sha256(JSON.stringify([INDEX_VERSION, documents.map(hashOf), size, overlap, by, ranking]))
}

async function rank({ words, vectors }: DocumentIndex, question: string, { embed }: SearchServices) {
  if (words !== undefined) return rankByWords(question, words)
  const [asked = []] = await embed([question])
  return rankByVector(asked, vectors ?? [])
}

async function toHit(
  { documents }: DocumentSearch,
  [document, start, end]: DocumentIndex['pieces'][number] = [0, 0, 0],
  score: number,
  services: SearchServices,
): Promise<DocumentHit> {
  const found = documents[document] ?? { name: '', text: '' }
  const text = await readDocument(found, services.documents)
  return { text: text.slice(start, end), source: found.name, score: Math.round(score * 10_000) / 10_000 }
}
