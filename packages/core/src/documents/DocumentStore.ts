import type { Json } from '../json/Json.ts'

/**
 * Where the texts of documents that a file only names are kept, and the indexes made of documents. A text is named by
 * the SHA-256 of its UTF-8 bytes, so that the same name always means the same text.
 */
export interface DocumentStore {
  readText(hash: string): Promise<string | undefined>
  readIndex(key: string): Promise<Json | undefined>
  /** An index can be made again: a store may forget it, and may fail to keep it. */
  writeIndex(key: string, index: Json): Promise<void>
}
