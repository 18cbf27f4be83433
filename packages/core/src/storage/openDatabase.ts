import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { AgentError } from '../errors/AgentError.ts'
import { type StorageCode, storageCodeOf } from './storageCodeOf.ts'

/** A handle of a database that mends itself: one that the browser has dropped is opened anew. */
export interface DatabaseConnection<Schema extends DBSchema> {
  /**
   * Runs `work` on the open database, once more when the handle was dead: it must begin with its own transaction.
   * Rejects with a `storage.*` error.
   */
  use<Result>(work: (database: IDBPDatabase<Schema>) => Promise<Result>): Promise<Result>
  close(): void
}

/** What one database is. */
export interface DatabaseInit<Schema extends DBSchema> {
  readonly name: string
  readonly version: number
  /** Brings the stores of an older version up to date; 0 is none. */
  createStores(database: IDBPDatabase<Schema>, oldVersion: number): void
  /** Puts a fault into words. */
  createFault(code: StorageCode, cause?: unknown): AgentError
}

/** Opens a database when it is first used. */
export function openDatabase<Schema extends DBSchema>(init: DatabaseInit<Schema>): DatabaseConnection<Schema> {
  let opened: Promise<IDBPDatabase<Schema>> | undefined
  const forget = () => {
    opened = undefined
  }
  const attempt = async <Result>(work: (database: IDBPDatabase<Schema>) => Promise<Result>): Promise<Result> => {
    opened ??= open(init, forget)
    opened.catch(forget)
    try {
      return await work(await opened)
    } catch (fault) {
      throw toFault(init, fault)
    }
  }
  return {
    async use(work) {
      try {
        return await attempt(work)
      } catch (fault) {
        if (toFault(init, fault).code !== 'storage.closed') throw fault
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

function open<Schema extends DBSchema>(init: DatabaseInit<Schema>, onLost: () => void): Promise<IDBPDatabase<Schema>> {
  if (typeof indexedDB === 'undefined') return Promise.reject(init.createFault('storage.unavailable'))
  return new Promise((resolve, reject) => {
    openDB<Schema>(init.name, init.version, {
      upgrade: (database, oldVersion) => init.createStores(database, oldVersion),
      blocked: () => reject(init.createFault('storage.blocked')),
      // Another tab wants to upgrade: give way at once, or it stays blocked.
      blocking: (_current, _next, event) => {
        onLost()
        const holder = event.target
        if (holder instanceof IDBDatabase) holder.close()
      },
      terminated: onLost,
    }).then(resolve, (fault: unknown) => reject(toFault(init, fault)))
  })
}

function toFault({ createFault }: Pick<DatabaseInit<DBSchema>, 'createFault'>, fault: unknown): AgentError {
  return AgentError.isInstance(fault) ? fault : createFault(storageCodeOf(fault), fault)
}
