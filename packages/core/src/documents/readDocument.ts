import { sha256 } from '../config/sha256.ts'
import { AgentError } from '../errors/AgentError.ts'
import { word } from '../language/word.ts'
import type { DocumentReference } from './DocumentSearch.ts'
import type { DocumentStore } from './DocumentStore.ts'

/** The name of a document's text, whether or not the file holds it. */
export function hashOf({ text, hash = '' }: DocumentReference): string {
  return text === undefined ? hash : sha256(text)
}

/** A document's text. Throws `documents.missing` when the file does not hold it and the store does not know it. */
export async function readDocument(
  { name, text, hash = '' }: DocumentReference,
  store: DocumentStore,
): Promise<string> {
  const found = text ?? (await store.readText(hash))
  if (found !== undefined) return found
  throw new AgentError(
    'documents.missing',
    word(
      'The document "{name}" is not on this device: the agent\'s file only names it. Add the same file again, or ask for an export that includes its documents.',
      { name },
    ),
    { path: 'config.documents', detail: { detail: { name, hash } } },
  )
}
