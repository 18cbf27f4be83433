import { type DatabaseConnection, openDatabase } from '@petal/core/model'
import type { IDBPDatabase } from 'idb'
import { LIBRARY_VERSION, type LibrarySchema } from './LibrarySchema.ts'
import { createStorageError } from './toStorageError.ts'

export type LibraryDatabase = IDBPDatabase<LibrarySchema>

export type Connection = DatabaseConnection<LibrarySchema>

/** Opens the library's database of this name when it is first used. */
export function openConnection(name: string): Connection {
  return openDatabase({ name, version: LIBRARY_VERSION, createStores, createFault: createStorageError })
}

function createStores(database: LibraryDatabase, oldVersion: number): void {
  if (oldVersion < 1) createFirstStores(database)
  if (oldVersion < 2) database.createObjectStore('runConfigs', { keyPath: 'runId' })
  if (oldVersion < 3) database.createObjectStore('threads', { keyPath: 'threadId' }).createIndex('byOrder', 'order')
}

function createFirstStores(database: LibraryDatabase): void {
  database.createObjectStore('summaries', { keyPath: 'id' })
  database.createObjectStore('documents', { keyPath: 'id' })
  database.createObjectStore('histories', { keyPath: 'id' })
  database.createObjectStore('versions', { keyPath: ['id', 'rev'] })
  const runs = database.createObjectStore('runs', { keyPath: 'runId' })
  runs.createIndex('byOrder', 'order')
  runs.createIndex('byAgent', ['agentId', 'order'])
  database.createObjectStore('runEvents', { keyPath: ['runId', 'index'] })
  database.createObjectStore('settings', { keyPath: 'name' })
}
