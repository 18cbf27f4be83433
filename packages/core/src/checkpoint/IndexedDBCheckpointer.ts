import type { RunnableConfig } from '@langchain/core/runnables'
import {
  BaseCheckpointSaver,
  type ChannelVersions,
  type Checkpoint,
  type CheckpointListOptions,
  type CheckpointMetadata,
  type CheckpointTuple,
  type PendingWrite,
} from '@langchain/langgraph-checkpoint'
import type { Checkpointer } from './Checkpointer.ts'
import { readPlace, requirePlace, toConfig } from './checkpointPlace.ts'
import { deleteCheckpoints } from './deleteCheckpoints.ts'
import { findRow, listRows } from './findRows.ts'
import { type CheckpointConnection, openCheckpointDatabase } from './openCheckpointDatabase.ts'
import { pruneCheckpoints } from './pruneCheckpoints.ts'
import { readHistory } from './readHistory.ts'
import { readMetadata, readStored, toTuple } from './readTuple.ts'
import { encodeCheckpoint, saveCheckpoint } from './saveCheckpoint.ts'
import { encodeWrites, saveWrites } from './saveWrites.ts'

type HistoryOptions = Parameters<Checkpointer['getDeltaChannelHistory']>[0]

/** How many checkpoints of a thread are kept to go back to; and after how many new ones the older are looked through. */
const HISTORY = 100
const PRUNE_EVERY = 50

/** A checkpoint with what a tuple does not tell: where in the graph its tasks stand, by which their writes are ordered. */
export interface ThreadEntry {
  readonly tuple: CheckpointTuple
  readonly paths: ReadonlyMap<string, string>
}

/**
 * Remembers threads in the browser's IndexedDB, so that a run that waits survives a reload and a restart.
 *
 * - A checkpoint keeps only the values that changed; the rest is shared with the one before. Fields that grow (a
 *   conversation) keep what was added, and now and then the whole.
 * - The newest checkpoint is the one that was saved last, whatever the clock and the ids say.
 * - Of each thread the newest 100 checkpoints are kept, and of the older ones those that are needed to make growing
 *   fields of the newer ones anew. A thread that waits can therefore always go on.
 * - What is written must be plain JSON; what is read is not trusted to be what was written.
 * - Threads within a thread (`<thread>/…`) are deleted with it.
 *
 * A promise resolves when the transaction has completed. Faults of the storage are `storage.*` errors.
 */
export class IndexedDBCheckpointer extends BaseCheckpointSaver {
  readonly #connection: CheckpointConnection
  /** Checkpoints saved since a thread was last pruned. */
  readonly #saved = new Map<string, number>()

  /** @param databaseName one database per name */
  constructor(databaseName = 'petal-checkpoints') {
    super()
    this.#connection = openCheckpointDatabase(databaseName)
  }

  override async getTuple(config: RunnableConfig): Promise<CheckpointTuple | undefined> {
    const { thread, namespace = '', id } = readPlace(config)
    if (thread === undefined) return undefined
    return this.#connection.use(async (database) => {
      const row = await findRow(database, { thread, namespace, id })
      return row && toTuple(await readStored(database, row), this.getNextVersion(undefined))
    })
  }

  override async *list(config: RunnableConfig, options: CheckpointListOptions = {}): AsyncGenerator<CheckpointTuple> {
    const before = options.before && requirePlace(options.before)
    const rows = await this.#connection.use((database) => listRows(database, readPlace(config), before))
    const wanted = Object.entries(options.filter ?? {})
    let left = options.limit ?? Number.POSITIVE_INFINITY
    for (const row of rows) {
      if (left <= 0) return
      const metadata = readMetadata(row)
      if (!wanted.every(([key, value]) => Reflect.get(metadata, key) === value)) continue
      left -= 1
      const stored = await this.#connection.use((database) => readStored(database, row))
      yield toTuple(stored, this.getNextVersion(undefined))
    }
  }

  /** All checkpoints of one thread, oldest first. */
  async readThread(threadId: string): Promise<readonly ThreadEntry[]> {
    return this.#connection.use(async (database) => {
      const rows = (await listRows(database, { thread: threadId }, undefined)).toReversed()
      const stored = await Promise.all(rows.map((row) => readStored(database, row)))
      return stored.map((entry) => ({
        tuple: toTuple(entry, this.getNextVersion(undefined)),
        paths: new Map(entry.writes.map(({ task, path }) => [task, path])),
      }))
    })
  }

  override async getDeltaChannelHistory({ config, channels }: HistoryOptions) {
    return this.#connection.use((database) => readHistory(database, requirePlace(config), channels))
  }

  override async put(
    config: RunnableConfig,
    checkpoint: Checkpoint,
    metadata: CheckpointMetadata,
    newVersions: ChannelVersions,
  ): Promise<RunnableConfig> {
    const place = requirePlace(config)
    const { thread, namespace } = place
    const encoded = encodeCheckpoint({ place, checkpoint, metadata, newVersions })
    await this.#connection.use((database) => saveCheckpoint(database, encoded))
    if (this.#isDue(`${thread}\n${namespace}`)) {
      await this.#connection.use((database) => pruneCheckpoints(database, place, HISTORY))
    }
    return toConfig(thread, namespace, checkpoint.id)
  }

  override async putWrites(config: RunnableConfig, writes: PendingWrite[], task: string, path = ''): Promise<void> {
    const rows = encodeWrites(requirePlace(config), writes, { task, path })
    await this.#connection.use((database) => saveWrites(database, rows))
  }

  override async deleteThread(threadId: string): Promise<void> {
    await this.#connection.use((database) => deleteCheckpoints(database, threadId))
  }

  /** Lets go of the database. It is opened again when it is needed. */
  close(): void {
    this.#connection.close()
  }

  #isDue(place: string): boolean {
    const saved = (this.#saved.get(place) ?? 0) + 1
    this.#saved.set(place, saved % PRUNE_EVERY)
    return saved === PRUNE_EVERY
  }
}
