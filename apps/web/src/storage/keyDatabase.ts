import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { completeTransaction } from './completeTransaction.ts'
import type { SuppliedKey } from './SuppliedKey.ts'
import { createStorageError, toStorageError } from './toStorageError.ts'

interface KeySchema extends DBSchema {
  keys: { key: string; value: SuppliedKey }
}

/** Keys that a person chose to keep on this device, in a database of their own: no export of agents can touch it. */
export interface KeyDatabase {
  list(): Promise<readonly SuppliedKey[]>
  put(key: SuppliedKey): Promise<void>
  remove(keyRef: string): Promise<void>
}

export function createKeyDatabase(name = 'petal-studio-keys'): KeyDatabase {
  const use = async <Result>(work: (database: IDBPDatabase<KeySchema>) => Promise<Result>): Promise<Result> => {
    if (typeof indexedDB === 'undefined') throw createStorageError('storage.unavailable')
    try {
      const database = await openDB<KeySchema>(name, 1, {
        upgrade: (opened) => {
          opened.createObjectStore('keys', { keyPath: 'keyRef' })
        },
      })
      // Keys are seldom touched: holding the database open would only stand in the way of other tabs.
      return await work(database).finally(() => database.close())
    } catch (fault) {
      throw toStorageError(fault)
    }
  }
  return {
    list: () => use((database) => database.getAll('keys')),
    put: (key) =>
      use(async (database) => {
        const transaction = database.transaction('keys', 'readwrite')
        await completeTransaction(transaction, [() => transaction.store.put(key)])
      }),
    remove: (keyRef) =>
      use(async (database) => {
        const transaction = database.transaction('keys', 'readwrite')
        await completeTransaction(transaction, [() => transaction.store.delete(keyRef)])
      }),
  }
}
