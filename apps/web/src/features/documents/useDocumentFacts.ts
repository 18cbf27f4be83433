import { type DocumentReference, type Splitting, splitText } from '@petal/core/model'
import { useEffect, useState } from 'react'
import { useDocuments } from '../../documents/DocumentsContext.tsx'

/** What is known of a document beside what the file says. */
export interface DocumentFacts {
  /** False when the file only names it and this browser does not have it. */
  readonly isHere: boolean
  /** How many passages it is cut into. */
  readonly pieces?: number
}

/** A longer text is not cut up only to be counted, in characters. */
const MOST_COUNTED = 2_000_000

/** Looks up documents and counts their passages, after what is on screen has been drawn. */
export function useDocumentFacts(
  documents: readonly DocumentReference[],
  splitting: Splitting | undefined,
): ReadonlyMap<DocumentReference, DocumentFacts> {
  const database = useDocuments()
  const [known, setKnown] = useState<{ readonly key: string; readonly facts: readonly DocumentFacts[] }>()
  const { size = 0, overlap = 0, by = 'paragraphs' } = splitting ?? {}
  const key = JSON.stringify([documents, size, overlap, by])
  useEffect(() => {
    let isLatest = true
    // The key holds all there is to know, so that a list that is only equal is not counted again.
    const [list]: [readonly DocumentReference[]] = JSON.parse(key)
    const look = async ({ text, hash = '' }: DocumentReference): Promise<DocumentFacts> => {
      const found = text ?? (await database.readText(hash).catch(() => undefined))
      if (found === undefined) return { isHere: false }
      if (size === 0 || found.length > MOST_COUNTED) return { isHere: true }
      return { isHere: true, pieces: splitText(found, { size, overlap, by }).length }
    }
    Promise.all(list.map(look)).then((facts) => {
      if (isLatest) setKnown({ key, facts })
    })
    return () => {
      isLatest = false
    }
  }, [key, database, size, overlap, by])
  if (known?.key !== key) return new Map()
  return new Map(documents.flatMap((document, index) => (known.facts[index] ? [[document, known.facts[index]]] : [])))
}
