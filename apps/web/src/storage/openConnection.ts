import { type IDBPDatabase, openDB } from 'idb'
import { LIBRARY_VERSION, type LibrarySchema } from './LibrarySchema.ts'
import { createStorageError, toStorageError } from './toStorageError.ts'

export type LibraryDatabase = IDBPDatabase<LibrarySchema>

/** A database handle that mends itself: a handle the browser has dropped is opened anew. */
export interface Connection {
  /**
   * Runs `work` on the open database. A dead handle is replaced and `work` runs once more, so it must begin with its
   * own transaction. Rejects with an `AgentError` whose code starts with `storage.`.
   */
  use<Result>(work: (database: LibraryDatabase) => Promise<Result>): Promise<Result>
  close(): void
}

/** Opens the database of this name when it is first used. */
export function openConnection(name: string): Connection {
  let opened: Promise<LibraryDatabase> | undefined
  const forget = () => {
    opened = undefined
  }

  const open = (): Promise<LibraryDatabase> => {
    opened ??= openLibraryDatabase(name, forget)
    opened.catch(forget)
    return opened
  }

  const attempt = async <Result>(work: (database: LibraryDatabase) => Promise<Result>): Promise<Result> => {
    try {
      return await work(await open())
    } catch (fault) {
      throw toStorageError(fault)
    }
  }

  return {
    async use(work) {
      try {
        return await attempt(work)
      } catch (fault) {
        if (toStorageError(fault).code !== 'storage.closed') throw fault
        forget()
        return await attempt(work)
      }
    },
    close() {
      const closing = opened
      forget()
      closing?.then(
        (database) => database.close(),
        () => undefined,
      )
    },
  }
}

function openLibraryDatabase(name: string, onLost: () => void): Promise<LibraryDatabase> {
  if (typeof indexedDB === 'undefined') return Promise.reject(createStorageError('storage.unavailable'))
  return new Promise((resolve, reject) => {
    openDB<LibrarySchema>(name, LIBRARY_VERSION, {
      upgrade: (database, oldVersion) => createStores(database, oldVersion),
      blocked: () => reject(createStorageError('storage.blocked')),
      // Another tab wants to upgrade: give way at once, or it stays blocked.
      blocking: (_current, _next, event) => {
        onLost()
        const holder = event.target
        if (holder instanceof IDBDatabase) holder.close()
      },
      terminated: onLost,
    }).then(resolve, (fault: unknown) => reject(toStorageError(fault)))
  })
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
