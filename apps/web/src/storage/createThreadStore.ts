import { completeTransaction } from './completeTransaction.ts'
import type { ThreadRecord } from './LibrarySchema.ts'
import type { Connection, LibraryDatabase } from './openConnection.ts'

/** Threads of all agents. What an agent remembers of them is kept by its checkpointer, under the same id. */
export interface ThreadStore {
  /** All threads, the one that was used last first. Those in the trash are among them. */
  list(): Promise<readonly ThreadRecord[]>
  /** Enters a thread, or brings it up to date: it becomes the one that was used last. Keeps the name it has. */
  use(thread: Omit<ThreadRecord, 'order' | 'trashedAt'>): Promise<void>
  rename(threadId: string, name: string): Promise<void>
  /** Into the trash, or out of it. */
  setTrashed(threadId: string, trashed: boolean): Promise<void>
  /** Deletes threads for good, with their runs. */
  purge(threadIds: readonly string[]): Promise<void>
  /** Threads that nobody can come back to: long in the trash, or of an agent that is gone. */
  findForgotten(now: number): Promise<readonly string[]>
}

const TRASH_KEPT_MS = 30 * 24 * 60 * 60 * 1000

export function createThreadStore(connection: Connection): ThreadStore {
  return {
    list: async () => (await connection.use((database) => database.getAllFromIndex('threads', 'byOrder'))).reverse(),
    use: (thread) => connection.use((database) => useThread(database, thread)),
    rename: (threadId, name) =>
      connection.use((database) => change(database, threadId, (thread) => ({ ...thread, name }))),
    setTrashed: (threadId, trashed) =>
      connection.use((database) =>
        change(database, threadId, ({ trashedAt: _, ...thread }) =>
          trashed ? { ...thread, trashedAt: Date.now() } : thread,
        ),
      ),
    purge: (threadIds) => connection.use((database) => purgeThreads(database, threadIds)),
    findForgotten: (now) => connection.use((database) => findForgotten(database, now)),
  }
}

async function useThread(database: LibraryDatabase, thread: Omit<ThreadRecord, 'order' | 'trashedAt'>): Promise<void> {
  const transaction = database.transaction('threads', 'readwrite')
  const known = await transaction.store.get(thread.threadId)
  const last = await transaction.store.index('byOrder').openCursor(null, 'prev')
  const order = (last?.value.order ?? 0) + 1
  await completeTransaction(transaction, [
    () => transaction.store.put({ ...known, ...thread, name: known?.name ?? thread.name, order }),
  ])
}

async function change(
  database: LibraryDatabase,
  threadId: string,
  apply: (thread: ThreadRecord) => ThreadRecord,
): Promise<void> {
  const transaction = database.transaction('threads', 'readwrite')
  const found = await transaction.store.get(threadId)
  await completeTransaction(transaction, [() => found && transaction.store.put(apply(found))])
}

async function purgeThreads(database: LibraryDatabase, threadIds: readonly string[]): Promise<void> {
  const transaction = database.transaction(['threads', 'runs', 'runEvents', 'runConfigs'], 'readwrite')
  const gone = new Set(threadIds)
  const runs = (await transaction.objectStore('runs').getAll()).filter(({ threadId }) => gone.has(threadId))
  await completeTransaction(transaction, [
    ...threadIds.map((threadId) => () => transaction.objectStore('threads').delete(threadId)),
    ...runs.flatMap(({ runId }) => [
      () => transaction.objectStore('runs').delete(runId),
      () => transaction.objectStore('runConfigs').delete(runId),
      () =>
        transaction.objectStore('runEvents').delete(IDBKeyRange.bound([runId, 0], [runId, Number.MAX_SAFE_INTEGER])),
    ]),
  ])
}

async function findForgotten(database: LibraryDatabase, now: number): Promise<readonly string[]> {
  const transaction = database.transaction(['threads', 'summaries'])
  const threads = await transaction.objectStore('threads').getAll()
  const agents = new Set(await transaction.objectStore('summaries').getAllKeys())
  return threads
    .filter(
      ({ agentId, trashedAt }) => !agents.has(agentId) || (trashedAt !== undefined && now - trashedAt > TRASH_KEPT_MS),
    )
    .map(({ threadId }) => threadId)
}
