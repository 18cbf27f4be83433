import { AgentError } from '../errors/AgentError.ts'
import { buildIndex } from './buildIndex.ts'
import { type DocumentIndex, toDocumentIndex, toKept } from './DocumentIndex.ts'
import type { DocumentSearch } from './DocumentSearch.ts'
import type { DocumentStore } from './DocumentStore.ts'
import type { SearchServices } from './SearchServices.ts'

type AtHand = Map<string, Promise<DocumentIndex>>

/** Indexes at hand, the newest last: steps in a loop or side by side ask for the same one again and again. */
const storesAtHand = new WeakMap<DocumentStore, AtHand>()
const MOST_AT_HAND = 4

/** The index of this name: at hand, from the store, or made now and kept. Asked for side by side, it is made once. */
export async function keepIndex(key: string, search: DocumentSearch, services: SearchServices): Promise<DocumentIndex> {
  const atHand: AtHand = storesAtHand.get(services.documents) ?? new Map()
  storesAtHand.set(services.documents, atHand)
  for (let making = atHand.get(key); making !== undefined; making = atHand.get(key)) {
    try {
      return await making
    } catch (error) {
      // That somebody else's run was stopped is no reason to fail.
      if (!AgentError.isInstance(error) || error.code !== 'run.stopped') throw error
    }
  }
  return makeAtHand(atHand, key, readOrBuild(key, search, services))
}

async function makeAtHand(atHand: AtHand, key: string, making: Promise<DocumentIndex>): Promise<DocumentIndex> {
  atHand.set(key, making)
  for (const oldest of [...atHand.keys()].slice(0, -MOST_AT_HAND)) atHand.delete(oldest)
  try {
    return await making
  } catch (error) {
    if (atHand.get(key) === making) atHand.delete(key)
    throw error
  }
}

async function readOrBuild(key: string, search: DocumentSearch, services: SearchServices): Promise<DocumentIndex> {
  const kept = toDocumentIndex(await services.documents.readIndex(key).catch(() => undefined))
  if (kept !== undefined) return kept
  const index = await buildIndex(search, services)
  // Without a place to keep it, it is made again next time.
  await services.documents.writeIndex(key, toKept(index)).catch(() => undefined)
  return index
}
