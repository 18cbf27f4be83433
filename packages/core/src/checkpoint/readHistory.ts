import type { CheckpointPendingWrite, DeltaChannelHistory } from '@langchain/langgraph-checkpoint'
import { decodeValue } from './checkpointCodec.ts'
import type { CheckpointPlace } from './checkpointPlace.ts'
import { findRow } from './findRows.ts'
import type { CheckpointDatabase } from './openCheckpointDatabase.ts'
import { toPendingWrites } from './readTuple.ts'

/** What makes one channel anew: the writes since a snapshot, newest first while they are gathered. */
interface Gathered {
  readonly writes: CheckpointPendingWrite[]
  seed?: unknown
}

/**
 * The writes that make growing channels anew, back to the nearest snapshot of each, as the engine asks for them. Only
 * what they need is read and decoded: a history is asked for once for every state that is looked at.
 */
export async function readHistory(
  database: CheckpointDatabase,
  place: CheckpointPlace,
  channels: readonly string[],
): Promise<Record<string, DeltaChannelHistory>> {
  const { thread, namespace } = place
  const within = IDBKeyRange.bound([thread, namespace], [thread, namespace, []])
  // Pruning keeps a thread short: two requests for all of it take less than some for every ancestor.
  const [start, rows, written] = await Promise.all([
    findRow(database, place),
    database.getAllFromIndex('checkpoints', 'byPlace', within),
    database.getAll('writes', within),
  ])
  const byId = new Map(rows.map((row) => [row.id, row]))
  const gathered = new Map(channels.map((channel): [string, Gathered] => [channel, { writes: [] }]))
  const open = new Set(channels)
  let row = byId.get(start?.parent ?? '')
  while (row !== undefined && open.size > 0) {
    const { id, values, parent } = row
    const own = written.filter(({ checkpoint, channel }) => checkpoint === id && open.has(channel))
    for (const write of toPendingWrites(own).reverse()) gathered.get(write[1])?.writes.push(write)
    for (const [channel, , key] of values.filter(([name]) => open.has(name))) {
      Object.assign(gathered.get(channel) ?? {}, { seed: decodeValue((await database.get('values', key))?.text) })
      open.delete(channel)
    }
    row = byId.get(parent ?? '')
  }
  const entries = [...gathered].map(([channel, { writes, ...seed }]) => [
    channel,
    { ...seed, writes: writes.reverse() },
  ])
  return Object.fromEntries(entries)
}
