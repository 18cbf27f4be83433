import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { completeTransaction } from '../../storage/completeTransaction.ts'
import { createStorageError, toStorageError } from '../../storage/toStorageError.ts'
import type { LoadedPlugin } from './LoadedPlugin.ts'

interface PluginSchema extends DBSchema {
  plugins: { key: string; value: LoadedPlugin }
}

/** The plugins that a person has loaded, in a database of their own: no export of agents can touch it. */
export interface PluginDatabase {
  list(): Promise<readonly LoadedPlugin[]>
  put(plugin: LoadedPlugin): Promise<void>
  remove(name: string): Promise<void>
}

export function createPluginDatabase(name = 'petal-studio-plugins'): PluginDatabase {
  const use = async <Result>(work: (database: IDBPDatabase<PluginSchema>) => Promise<Result>): Promise<Result> => {
    if (typeof indexedDB === 'undefined') throw createStorageError('storage.unavailable')
    try {
      const database = await openDB<PluginSchema>(name, 1, {
        upgrade: (opened) => {
          opened.createObjectStore('plugins', { keyPath: 'name' })
        },
      })
      // Plugins are seldom touched: holding the database open would only stand in the way of other tabs.
      return await work(database).finally(() => database.close())
    } catch (fault) {
      throw toStorageError(fault)
    }
  }
  return {
    list: () => use((database) => database.getAll('plugins')),
    put: (plugin) =>
      use(async (database) => {
        const transaction = database.transaction('plugins', 'readwrite')
        await completeTransaction(transaction, [() => transaction.store.put(plugin)])
      }),
    remove: (pluginName) =>
      use(async (database) => {
        const transaction = database.transaction('plugins', 'readwrite')
        await completeTransaction(transaction, [() => transaction.store.delete(pluginName)])
      }),
  }
}
