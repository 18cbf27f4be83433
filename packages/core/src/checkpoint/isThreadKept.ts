import { openCheckpointDatabase } from './openCheckpointDatabase.ts'

/**
 * Whether this browser keeps anything of a thread, so that it can go on. It is asked without the engine.
 *
 * @param databaseName as `IndexedDBCheckpointer` was given it
 */
export async function isThreadKept(threadId: string, databaseName = 'petal-checkpoints'): Promise<boolean> {
  const connection = openCheckpointDatabase(databaseName)
  const all = IDBKeyRange.bound([threadId], [threadId, []])
  try {
    return (await connection.use((database) => database.countFromIndex('checkpoints', 'byPlace', all))) > 0
  } finally {
    connection.close()
  }
}
