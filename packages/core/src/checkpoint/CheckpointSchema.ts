import type { DBSchema } from 'idb'

/** The layout version of the database that this code reads and writes. */
export const CHECKPOINTS_VERSION = 1

/** One checkpoint, without the values it shares with others. */
export interface CheckpointRow {
  readonly thread: string
  readonly namespace: string
  /** 1, 2, 3 … over the whole database: the order in which checkpoints were saved, whatever clock and ids say. */
  readonly sequence: number
  readonly id: string
  /** The checkpoint it goes on from; older ones that were dropped are passed over. */
  readonly parent?: string
  /** Versions and marks of the engine, encoded. */
  readonly body: string
  readonly metadata: string
  /** Of each channel with a value: its version, and where the value is kept. */
  readonly values: readonly (readonly [channel: string, version: number | string, key: number])[]
  /** Channels whose value is made anew from the writes since some ancestor. */
  readonly growing: readonly string[]
}

/** The value of a channel, as it was in one checkpoint or in several. */
export interface ValueRow {
  readonly thread: string
  readonly namespace: string
  readonly text: string
}

/** One write of a task. */
export interface WriteRow {
  readonly thread: string
  readonly namespace: string
  readonly checkpoint: string
  readonly task: string
  readonly index: number
  readonly path: string
  readonly channel: string
  readonly text: string
}

/** The database of checkpoints. */
export interface CheckpointSchema extends DBSchema {
  checkpoints: {
    key: number
    value: CheckpointRow
    indexes: { byPlace: [string, string, number]; byId: [string, string, string] }
  }
  values: { key: number; value: ValueRow; indexes: { byPlace: [string, string] } }
  writes: { key: [string, string, string, string, number]; value: WriteRow }
}
