import type { CheckpointDatabase } from './openCheckpointDatabase.ts'

/** Deletes a thread, and the threads within it. */
export async function deleteCheckpoints(database: CheckpointDatabase, thread: string): Promise<void> {
  const transaction = database.transaction(['checkpoints', 'values', 'writes'], 'readwrite', { durability: 'relaxed' })
  transaction.done.catch(() => undefined)
  // A list is greater than any text, and "0" follows "/" at once.
  const ranges = [
    IDBKeyRange.bound([thread], [thread, []]),
    IDBKeyRange.bound([`${thread}/`], [`${thread}0`], false, true),
  ]
  const [checkpoints, values] = [transaction.objectStore('checkpoints'), transaction.objectStore('values')]
  await Promise.all(
    ranges.map(async (range) => {
      await transaction.objectStore('writes').delete(range)
      for (const key of await checkpoints.index('byPlace').getAllKeys(range)) await checkpoints.delete(key)
      for (const key of await values.index('byPlace').getAllKeys(range)) await values.delete(key)
    }),
  )
  await transaction.done
}
