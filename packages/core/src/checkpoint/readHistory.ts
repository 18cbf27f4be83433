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
  const gathered = new Map(channels.map((channel): [string, Gathered] => [channel, { writes: [] }]))
  const open = new Set(channels)
  let ancestor = (await findRow(database, place))?.parent
  while (ancestor !== undefined && open.size > 0) {
    const row = await findRow(database, { thread, namespace, id: ancestor })
    if (row === undefined) break
    const range = IDBKeyRange.bound([thread, namespace, row.id], [thread, namespace, row.id, []])
    const written = (await database.getAll('writes', range)).filter(({ channel }) => open.has(channel))
    for (const write of toPendingWrites(written).reverse()) gathered.get(write[1])?.writes.push(write)
    for (const [channel, , key] of row.values.filter(([name]) => open.has(name))) {
      Object.assign(gathered.get(channel) ?? {}, { seed: decodeValue((await database.get('values', key))?.text) })
      open.delete(channel)
    }
    ancestor = row.parent
  }
  const entries = [...gathered].map(([channel, { writes, ...seed }]) => [
    channel,
    { ...seed, writes: writes.reverse() },
  ])
  return Object.fromEntries(entries)
}
