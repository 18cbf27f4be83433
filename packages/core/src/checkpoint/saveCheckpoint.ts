import type { ChannelVersions, Checkpoint, CheckpointMetadata } from '@langchain/langgraph-checkpoint'
import type { CheckpointRow } from './CheckpointSchema.ts'
import { encodeValue } from './checkpointCodec.ts'
import type { CheckpointPlace } from './checkpointPlace.ts'
import type { CheckpointDatabase } from './openCheckpointDatabase.ts'

/** A checkpoint to save. */
export interface CheckpointToSave {
  /** Its `id` is that of the checkpoint it goes on from. */
  readonly place: CheckpointPlace
  readonly checkpoint: Checkpoint
  readonly metadata: CheckpointMetadata
  /** The channels that changed since then. */
  readonly newVersions: ChannelVersions
}

/** A checkpoint ready to be written: encoding happens before a transaction begins, which would not wait for it. */
export interface EncodedCheckpoint {
  readonly row: Omit<CheckpointRow, 'sequence' | 'values'>
  readonly versions: ChannelVersions
  readonly changed: ReadonlySet<string>
  readonly texts: ReadonlyMap<string, string>
}

export function encodeCheckpoint({ place, checkpoint, metadata, newVersions }: CheckpointToSave): EncodedCheckpoint {
  const { thread, namespace, id: parent } = place
  const { v, id, ts, channel_versions, versions_seen, channel_values } = checkpoint
  return {
    row: {
      ...{ thread, namespace, id },
      ...(parent === undefined ? {} : { parent }),
      body: encodeValue({ v, ts, channel_versions, versions_seen }),
      metadata: encodeValue(metadata),
      growing: growingChannels(metadata),
    },
    versions: channel_versions,
    changed: new Set(Object.keys(newVersions)),
    texts: new Map(Object.entries(channel_values).map(([channel, value]) => [channel, encodeValue(value)])),
  }
}

/** The engine counts the updates of such channels since their last snapshot; without one, nothing has to be replayed. */
function growingChannels({ counters_since_delta_snapshot: counters = {} }: CheckpointMetadata): readonly string[] {
  return Object.entries(counters).flatMap(([channel, [updates]]) => (updates > 0 ? [channel] : []))
}

/**
 * Writes a checkpoint. Of its values only those that changed; the others are the ones of its parent. One that is saved
 * again becomes the newest.
 */
export async function saveCheckpoint(database: CheckpointDatabase, encoded: EncodedCheckpoint): Promise<void> {
  const { row } = encoded
  const { thread, namespace, id } = row
  const transaction = database.transaction(['checkpoints', 'values'], 'readwrite', { durability: 'relaxed' })
  // Told by the requests below too; this one is looked at last.
  transaction.done.catch(() => undefined)
  const checkpoints = transaction.objectStore('checkpoints')
  const byId = checkpoints.index('byId')
  const former = await byId.getKey([thread, namespace, id])
  const parent = row.parent === undefined ? undefined : await byId.get([thread, namespace, row.parent])
  if (former !== undefined) await checkpoints.delete(former)
  const store = transaction.objectStore('values')
  const add = async (text: string) => Number(await store.add({ thread, namespace, text }))
  const values = await Promise.all(
    planValues(encoded, parent).map(async ([channel, version, kept]) => {
      return [channel, version, typeof kept === 'number' ? kept : await add(kept)] as const
    }),
  )
  // The key is made by the store: the type of a row says what is read, not what is added.
  await checkpoints.add({ ...row, values } as unknown as CheckpointRow)
  await transaction.done
}

/** Of each channel with a value: its version, and its text or the key under which the parent's text is kept. */
function planValues(encoded: EncodedCheckpoint, parent: CheckpointRow | undefined) {
  const { row, versions, changed, texts } = encoded
  const kept = new Map(parent?.values.map(([channel, version, key]) => [channel, { version, key }]))
  return Object.entries(versions).flatMap(([channel, version]): [string, number | string, number | string][] => {
    const inherited = kept.get(channel)
    if (!changed.has(channel) && inherited?.version === version) return [[channel, version, inherited.key]]
    const text = texts.get(channel)
    // What has not changed since nothing was there is not there; but a parent that is gone cannot say what was.
    const isOwn = changed.has(channel) || row.parent !== undefined
    return text === undefined || !isOwn ? [] : [[channel, version, text]]
  })
}
