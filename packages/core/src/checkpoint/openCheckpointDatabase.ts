import { type IDBPDatabase, openDB } from 'idb'
import { CHECKPOINTS_VERSION, type CheckpointSchema } from './CheckpointSchema.ts'
import { createCheckpointFault, toCheckpointFault } from './toCheckpointFault.ts'

export type CheckpointDatabase = IDBPDatabase<CheckpointSchema>

/** A handle of the database that mends itself: one that the browser has dropped is opened anew. */
export interface CheckpointConnection {
  /** Runs `work`, once more when the handle was dead: it must begin with its own transaction. */
  use<Result>(work: (database: CheckpointDatabase) => Promise<Result>): Promise<Result>
  close(): void
}

/** Opens the database of this name when it is first used. All faults are `storage.*` errors. */
export function openCheckpointDatabase(name: string): CheckpointConnection {
  let opened: Promise<CheckpointDatabase> | undefined
  const forget = () => {
    opened = undefined
  }
  const attempt = async <Result>(work: (database: CheckpointDatabase) => Promise<Result>): Promise<Result> => {
    opened ??= open(name, forget)
    opened.catch(forget)
    try {
      return await work(await opened)
    } catch (fault) {
      throw toCheckpointFault(fault)
    }
  }
  return {
    async use(work) {
      try {
        return await attempt(work)
      } catch (fault) {
        if (toCheckpointFault(fault).code !== 'storage.closed') throw fault
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

function open(name: string, onLost: () => void): Promise<CheckpointDatabase> {
  if (typeof indexedDB === 'undefined') return Promise.reject(createCheckpointFault('storage.unavailable'))
  return new Promise((resolve, reject) => {
    openDB<CheckpointSchema>(name, CHECKPOINTS_VERSION, {
      upgrade: createStores,
      blocked: () => reject(createCheckpointFault('storage.blocked')),
      // Another tab wants to upgrade: give way at once, or it stays blocked.
      blocking: (_current, _next, event) => {
        onLost()
        const holder = event.target
        if (holder instanceof IDBDatabase) holder.close()
      },
      terminated: onLost,
    }).then(resolve, (fault: unknown) => reject(toCheckpointFault(fault)))
  })
}

function createStores(database: CheckpointDatabase): void {
  const checkpoints = database.createObjectStore('checkpoints', { keyPath: 'sequence', autoIncrement: true })
  checkpoints.createIndex('byPlace', ['thread', 'namespace', 'sequence'])
  checkpoints.createIndex('byId', ['thread', 'namespace', 'id'])
  database.createObjectStore('values', { autoIncrement: true }).createIndex('byPlace', ['thread', 'namespace'])
  database.createObjectStore('writes', { keyPath: ['thread', 'namespace', 'checkpoint', 'task', 'index'] })
}
