import type { EmbeddingConfig } from '../models/Embedder.ts'
import type { Splitting } from './splitText.ts'

/** A document as a file holds it: with its text, or by the name of its text in the store. */
export interface DocumentReference {
  /** What people call it: usually the name of its file. */
  readonly name: string
  readonly text?: string
  /** SHA-256 of the text, when the file does not hold it. */
  readonly hash?: string
  /** Length of the text in characters, when the file does not hold it. */
  readonly length?: number
}

/** Documents, and how they are searched. */
export interface DocumentSearch {
  /** Where the list of documents stands in the step: `config.documents`. */
  readonly path: string
  readonly documents: readonly DocumentReference[]
  readonly splitting: Splitting
  /** Ranks by this model; without it, by words. */
  readonly embedding?: EmbeddingConfig
  /** The most hits. */
  readonly limit: number
  /** Hits below it are left out. */
  readonly minScore?: number
}

/** A piece of a document that answers a question. */
export interface DocumentHit {
  readonly text: string
  /** The document's name. */
  readonly source: string
  /** By words from 0 to 1, by a model from -1 to 1. */
  readonly score: number
}
