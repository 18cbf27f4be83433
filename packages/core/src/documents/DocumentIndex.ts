import { isJsonObject } from '../json/isJsonObject.ts'
import type { Json } from '../json/Json.ts'
import type { WordIndex } from '../ranking/indexWords.ts'

/** Documents cut into pieces, and what ranks them: words or vectors. Plain JSON, so that it can be kept. */
export interface DocumentIndex {
  /** Position of the document, start and end of each piece. */
  readonly pieces: readonly (readonly [document: number, start: number, end: number])[]
  readonly words?: WordIndex
  readonly vectors?: readonly (readonly number[])[]
}

/** What a store kept, if it is an index at all. */
export function toDocumentIndex(kept: Json | undefined): DocumentIndex | undefined {
  if (!isJsonObject(kept) || !Array.isArray(kept.pieces)) return undefined
  if (!isJsonObject(kept.words) && !Array.isArray(kept.vectors)) return undefined
  // Its name says what it was made of and by which version: looking through millions of numbers would tell no more.
  return kept as unknown as DocumentIndex
}

/** The index as a store takes it. */
export function toKept({ pieces, words, vectors }: DocumentIndex): Json {
  return {
    pieces,
    ...(words === undefined ? {} : { words: { lengths: words.lengths, words: words.words } }),
    ...(vectors === undefined ? {} : { vectors }),
  }
}
