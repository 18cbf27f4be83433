import type { DocumentReference } from '@petal/core/model'
import type { DocumentDatabase } from './documentDatabase.ts'

/** Texts up to this length stand in the agent's file, in characters: every step of its history holds them again. */
const MOST_IN_FILE = 4_000
/** The same for all of them together. */
const MOST_TOGETHER = 20_000

/**
 * A document as the file is to hold it: a short one with its text, so that the file is whole; a long one by the name of
 * its text, which is kept in this browser.
 */
export async function keepDocument(
  { name, text }: { readonly name: string; readonly text: string },
  others: readonly DocumentReference[],
  database: DocumentDatabase,
): Promise<DocumentReference> {
  const together = others.reduce((sum, other) => sum + (other.text?.length ?? 0), 0)
  if (text.length <= MOST_IN_FILE && together + text.length <= MOST_TOGETHER) return { name, text }
  return { name, hash: await database.putText(text), length: text.length }
}
