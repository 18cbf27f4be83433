import {
  type Checkpoint,
  type CheckpointMetadata,
  type CheckpointPendingWrite,
  type CheckpointTuple,
  compareWritesSortKeys,
  writesSortKey,
} from '@langchain/langgraph-checkpoint'
import { isJsonObject } from '../json/isJsonObject.ts'
import type { CheckpointRow, WriteRow } from './CheckpointSchema.ts'
import { damaged, decodeValue } from './checkpointCodec.ts'
import { toConfig } from './checkpointPlace.ts'
import { migrateSends } from './migrateSends.ts'
import type { CheckpointDatabase } from './openCheckpointDatabase.ts'

/** A row with everything that belongs to it, still encoded. */
export interface StoredCheckpoint {
  readonly row: CheckpointRow
  readonly values: readonly (readonly [channel: string, text: string | undefined])[]
  readonly writes: readonly WriteRow[]
  readonly parentWrites: readonly WriteRow[]
}

/** Reads what belongs to a row. */
export async function readStored(database: CheckpointDatabase, row: CheckpointRow): Promise<StoredCheckpoint> {
  const { thread, namespace, id, parent, values } = row
  const transaction = database.transaction(['values', 'writes'])
  const valueStore = transaction.objectStore('values')
  const writesOf = (checkpoint: string) =>
    transaction
      .objectStore('writes')
      .getAll(IDBKeyRange.bound([thread, namespace, checkpoint], [thread, namespace, checkpoint, []]))
  const [texts, writes, parentWrites] = await Promise.all([
    Promise.all(values.map(async ([channel, , key]) => [channel, (await valueStore.get(key))?.text] as const)),
    writesOf(id),
    parent === undefined ? [] : writesOf(parent),
  ])
  return { row, values: texts, writes, parentWrites }
}

/** A stored checkpoint as the engine knows it. Throws `storage.damaged` when it is not what this code wrote. */
export function toTuple({ row, values, writes, parentWrites }: StoredCheckpoint, first: number): CheckpointTuple {
  const { thread, namespace, id, parent } = row
  const bare = readBody(row)
  const entries = values.map(([channel, text]) => [channel, decodeValue(text)] as const)
  const checkpoint = { ...bare, channel_values: Object.fromEntries(entries) }
  const isOld = checkpoint.v < 4 && parent !== undefined
  return {
    config: toConfig(thread, namespace, id),
    checkpoint: isOld ? migrateSends(checkpoint, toPendingWrites(parentWrites), first) : checkpoint,
    metadata: readMetadata(row),
    pendingWrites: toPendingWrites(writes),
    ...(parent === undefined ? {} : { parentConfig: toConfig(thread, namespace, parent) }),
  }
}

/** The metadata of a row. */
export function readMetadata({ metadata }: CheckpointRow): CheckpointMetadata {
  const value = decodeValue(metadata)
  if (!isJsonObject(value)) throw damaged()
  // Its fields are the engine's business: it reads those it knows.
  return value as unknown as CheckpointMetadata
}

function readBody({ id, body }: CheckpointRow): Omit<Checkpoint, 'channel_values'> {
  const value = decodeValue(body)
  if (!isJsonObject(value)) throw damaged()
  const { v, ts, channel_versions, versions_seen } = value
  const isWhole =
    typeof v === 'number' && typeof ts === 'string' && isJsonObject(channel_versions) && isJsonObject(versions_seen)
  if (!isWhole || !Object.values(versions_seen).every((seen) => isJsonObject(seen))) throw damaged()
  // Versions were just looked at as far as their types tell; the engine compares them and does nothing else with them.
  return { v, id, ts, channel_versions, versions_seen } as Omit<Checkpoint, 'channel_values'>
}

/** Writes in the order in which the engine applies them. */
export function toPendingWrites(writes: readonly WriteRow[]): CheckpointPendingWrite[] {
  return writes
    .toSorted((a, b) => compareWritesSortKeys(sortKey(a), sortKey(b)))
    .map(({ task, channel, text }) => [task, channel, decodeValue(text)])
}

function sortKey({ path, task, index }: WriteRow) {
  return writesSortKey(path, task, index)
}
