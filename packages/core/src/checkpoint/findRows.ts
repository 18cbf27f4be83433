import type { CheckpointRow } from './CheckpointSchema.ts'
import { damaged } from './checkpointCodec.ts'
import type { CheckpointPlace } from './checkpointPlace.ts'
import type { CheckpointDatabase } from './openCheckpointDatabase.ts'

/** The row of a certain checkpoint, or the newest of its thread. */
export async function findRow(
  database: CheckpointDatabase,
  { thread, namespace, id }: CheckpointPlace,
): Promise<CheckpointRow | undefined> {
  if (id !== undefined) return checkRow(await database.getFromIndex('checkpoints', 'byId', [thread, namespace, id]))
  const range = IDBKeyRange.bound([thread, namespace], [thread, namespace, []])
  const cursor = await database.transaction('checkpoints').store.index('byPlace').openCursor(range, 'prev')
  return checkRow(cursor?.value)
}

/** The rows of a place, newest first; of all places when it names none. */
export async function listRows(
  database: CheckpointDatabase,
  { thread, namespace, id }: Partial<CheckpointPlace>,
  before: CheckpointPlace | undefined,
): Promise<readonly CheckpointRow[]> {
  // What is before a checkpoint nobody knows is nothing.
  const end = before === undefined ? Number.POSITIVE_INFINITY : ((await findRow(database, before))?.sequence ?? 0)
  const all =
    thread === undefined
      ? await database.getAll('checkpoints')
      : await database.getAllFromIndex('checkpoints', 'byPlace', IDBKeyRange.bound([thread], [thread, []]))
  return all
    .filter((row) => (namespace === undefined || row.namespace === namespace) && (id === undefined || row.id === id))
    .flatMap((row) => (row.sequence < end ? (checkRow(row) ?? []) : []))
    .sort((a, b) => b.sequence - a.sequence)
}

/** A row as it was written; texts in it are looked at when they are decoded. */
function checkRow(row: CheckpointRow | undefined): CheckpointRow | undefined {
  if (row === undefined) return undefined
  const { id, parent, values, growing } = row
  const isWhole = typeof id === 'string' && (parent === undefined || typeof parent === 'string')
  if (isWhole && Array.isArray(values) && Array.isArray(growing) && values.every(isValueEntry)) return row
  throw damaged()
}

function isValueEntry(entry: unknown): boolean {
  return Array.isArray(entry) && typeof entry[0] === 'string' && typeof entry[2] === 'number'
}
