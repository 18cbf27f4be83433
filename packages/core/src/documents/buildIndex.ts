import { indexWords } from '../ranking/indexWords.ts'
import type { DocumentIndex } from './DocumentIndex.ts'
import type { DocumentSearch } from './DocumentSearch.ts'
import { readDocument } from './readDocument.ts'
import type { SearchServices } from './SearchServices.ts'
import { splitText } from './splitText.ts'

/** Texts sent to a model at once: few enough that progress shows, and that every provider takes them. */
const BATCH = 64

/** Reads the documents, cuts them into pieces, and makes what ranks them. */
export async function buildIndex(search: DocumentSearch, services: SearchServices): Promise<DocumentIndex> {
  const pieces: [document: number, start: number, end: number][] = []
  const texts: string[] = []
  for (const [index, document] of search.documents.entries()) {
    const text = await readDocument(document, services.documents)
    for (const { start, end } of splitText(text, search.splitting)) {
      pieces.push([index, start, end])
      texts.push(text.slice(start, end))
    }
  }
  if (search.embedding === undefined) return { pieces, words: indexWords(texts) }
  return { pieces, vectors: await embedAll(texts, services) }
}

async function embedAll(texts: readonly string[], { embed, onProgress }: SearchServices) {
  const vectors: (readonly number[])[] = []
  for (let at = 0; at < texts.length; at += BATCH) {
    vectors.push(...(await embed(texts.slice(at, at + BATCH))))
    onProgress?.(vectors.length, texts.length)
  }
  return vectors
}
