import { createContext, type ReactNode, useContext } from 'react'
import type { DocumentDatabase } from './documentDatabase.ts'

const DocumentsContext = createContext<DocumentDatabase | undefined>(undefined)

/** Gives the parts below the documents of this browser. */
export function DocumentsProvider({
  documents,
  children,
}: {
  readonly documents: DocumentDatabase
  readonly children: ReactNode
}) {
  return <DocumentsContext value={documents}>{children}</DocumentsContext>
}

/** The documents of this browser. Throws outside of a `DocumentsProvider`. */
export function useDocuments(): DocumentDatabase {
  const documents = useContext(DocumentsContext)
  if (documents === undefined) throw new Error('There are no documents here: wrap this part in a DocumentsProvider.')
  return documents
}
