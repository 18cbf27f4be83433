import { type PendingWrite, WRITES_IDX_MAP } from '@langchain/langgraph-checkpoint'
import { AgentError } from '../errors/AgentError.ts'
import type { WriteRow } from './CheckpointSchema.ts'
import { encodeValue } from './checkpointCodec.ts'
import type { CheckpointPlace } from './checkpointPlace.ts'
import type { CheckpointDatabase } from './openCheckpointDatabase.ts'

/** What a task wrote, ready to be saved. Special writes have a place of their own, below 0. */
export function encodeWrites(
  { thread, namespace, id }: CheckpointPlace,
  writes: readonly PendingWrite[],
  { task, path }: Pick<WriteRow, 'task' | 'path'>,
): readonly WriteRow[] {
  if (id === undefined) throw new AgentError('run.noThread', 'Writes need the checkpoint_id they belong to.')
  return writes.map(([channel, value], position) => ({
    ...{ thread, namespace, task, path, channel },
    checkpoint: id,
    index: WRITES_IDX_MAP[channel] ?? position,
    text: encodeValue(value),
  }))
}

/** Writes them, all or none. Special writes are replaced, ordinary ones kept as they first came. */
export async function saveWrites(database: CheckpointDatabase, rows: readonly WriteRow[]): Promise<void> {
  if (rows.length === 0) return
  const transaction = database.transaction('writes', 'readwrite', { durability: 'relaxed' })
  transaction.done.catch(() => undefined)
  const { store } = transaction
  await Promise.all(
    rows.map(async (row) => {
      const { thread, namespace, checkpoint, task, index } = row
      if (index >= 0 && (await store.getKey([thread, namespace, checkpoint, task, index])) !== undefined) return
      await store.put(row)
    }),
  )
  await transaction.done
}
