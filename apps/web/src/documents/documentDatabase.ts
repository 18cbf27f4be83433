import { type DocumentStore, type Json, sha256 } from '@petal/core/model'
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { completeTransaction } from '../storage/completeTransaction.ts'
import { createStorageError, toStorageError } from '../storage/toStorageError.ts'

interface DocumentSchema extends DBSchema {
  texts: { key: string; value: { readonly hash: string; readonly text: string } }
  indexes: {
    key: string
    value: { readonly key: string; readonly index: Json; readonly usedAt: number }
    indexes: { byUse: number }
  }
}

type Database = IDBPDatabase<DocumentSchema>

/** The texts of documents and the indexes made of them, kept in this browser. */
export interface DocumentDatabase extends DocumentStore {
  /** Keeps a text and gives its hash. Rejects with a `storage.*` error. */
  putText(text: string): Promise<string>
  /** Which of these texts are here. */
  find(hashes: readonly string[]): Promise<ReadonlySet<string>>
}

/** Indexes that are kept: each can be made again. */
const MOST_INDEXES = 24

/**
 * A database of its own, so that large texts never stand in the way of saving agents. Page and worker open it each for
 * themselves, and close it after each use.
 */
export function createDocumentDatabase(name = 'petal-studio-documents'): DocumentDatabase {
  const use = async <Result>(work: (database: Database) => Promise<Result>): Promise<Result> => {
    if (typeof indexedDB === 'undefined') throw createStorageError('storage.unavailable')
    try {
      const database = await openDB<DocumentSchema>(name, 1, { upgrade: createStores })
      return await work(database).finally(() => database.close())
    } catch (fault) {
      throw toStorageError(fault)
    }
  }
  return {
    readText: (hash) => use(async (database) => (await database.get('texts', hash))?.text),
    readIndex: (key) => use((database) => readIndex(database, key)),
    writeIndex: (key, index) => use((database) => writeIndex(database, key, index)),
    putText: (text) =>
      use(async (database) => {
        const hash = sha256(text)
        const transaction = database.transaction('texts', 'readwrite')
        await completeTransaction(transaction, [() => transaction.store.put({ hash, text })])
        return hash
      }),
    find: (hashes) =>
      use(async (database) => {
        const found = await Promise.all(hashes.map((hash) => database.getKey('texts', hash)))
        return new Set(found.filter((hash) => hash !== undefined))
      }),
  }
}

function createStores(database: Database): void {
  database.createObjectStore('texts', { keyPath: 'hash' })
  database.createObjectStore('indexes', { keyPath: 'key' }).createIndex('byUse', 'usedAt')
}

async function readIndex(database: Database, key: string): Promise<Json | undefined> {
  const transaction = database.transaction('indexes', 'readwrite')
  const found = await transaction.store.get(key)
  if (found !== undefined) await transaction.store.put({ ...found, usedAt: Date.now() })
  await transaction.done
  return found?.index
}

/** Keeps an index, and lets go of those that were not used for the longest time. */
async function writeIndex(database: Database, key: string, index: Json): Promise<void> {
  const transaction = database.transaction('indexes', 'readwrite')
  await transaction.store.put({ key, index, usedAt: Date.now() })
  const keys = await transaction.store.index('byUse').getAllKeys()
  for (const oldest of keys.slice(0, -MOST_INDEXES)) await transaction.store.delete(oldest)
  await transaction.done
}
