import type { CheckpointRow, WriteRow } from './CheckpointSchema.ts'
import type { CheckpointDatabase } from './openCheckpointDatabase.ts'
import { planPruning } from './planPruning.ts'

/** Where to prune. */
interface PruningPlace {
  readonly thread: string
  readonly namespace: string
}

/** Drops what `planPruning` finds to be of no use any more: all of it or, when that fails, nothing. */
export async function pruneCheckpoints(
  database: CheckpointDatabase,
  { thread, namespace }: PruningPlace,
  history: number,
): Promise<void> {
  const transaction = database.transaction(['checkpoints', 'values', 'writes'], 'readwrite', { durability: 'relaxed' })
  // Told by the requests below too; this one is looked at last.
  transaction.done.catch(() => undefined)
  const checkpoints = transaction.objectStore('checkpoints')
  const within = IDBKeyRange.bound([thread, namespace], [thread, namespace, []])
  const [rows, written] = await Promise.all([
    checkpoints.index('byPlace').getAll(within),
    transaction.objectStore('writes').getAll(within),
  ])
  const { keep, parents } = planPruning(rows, history, createLookUp(written))
  const dropped = rows.filter(({ id }) => !keep.has(id))
  const kept = rows.filter(({ id }) => keep.has(id))
  const inUse = new Set(kept.flatMap(keysOf))
  const relinked = kept.filter(({ id }) => parents.has(id))
  await Promise.all([
    ...dropped.map(({ sequence }) => checkpoints.delete(sequence)),
    ...dropped.map(({ id }) =>
      transaction.objectStore('writes').delete(IDBKeyRange.bound([thread, namespace, id], [thread, namespace, id, []])),
    ),
    ...dropped
      .flatMap(keysOf)
      .flatMap((key) => (inUse.has(key) ? [] : [transaction.objectStore('values').delete(key)])),
    ...relinked.map((row) => checkpoints.put(withParent(row, parents.get(row.id)))),
  ])
  await transaction.done
}

function createLookUp(written: readonly WriteRow[]) {
  const channels = new Map<string, string[]>()
  for (const { checkpoint, channel } of written) {
    channels.set(checkpoint, [...(channels.get(checkpoint) ?? []), channel])
  }
  return (id: string, wanted: ReadonlySet<string>) => channels.get(id)?.some((name) => wanted.has(name)) ?? false
}

function keysOf({ values }: CheckpointRow): readonly number[] {
  return values.map(([, , key]) => key)
}

function withParent({ parent: _, ...row }: CheckpointRow, parent: string | undefined): CheckpointRow {
  return parent === undefined ? row : { ...row, parent }
}
