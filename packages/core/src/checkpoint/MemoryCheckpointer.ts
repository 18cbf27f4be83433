import type { RunnableConfig } from '@langchain/core/runnables'
import {
  BaseCheckpointSaver,
  type Checkpoint,
  type CheckpointListOptions,
  type CheckpointMetadata,
  type CheckpointPendingWrite,
  type CheckpointTuple,
  compareWritesSortKeys,
  copyCheckpoint,
  type PendingWrite,
  WRITES_IDX_MAP,
  writesSortKey,
} from '@langchain/langgraph-checkpoint'
import { AgentError } from '../errors/AgentError.ts'
import { isWithin, readPlace, requirePlace, toConfig } from './checkpointPlace.ts'
import { migrateSends } from './migrateSends.ts'

interface StoredWrite {
  readonly taskId: string
  readonly taskPath: string
  readonly index: number
  readonly channel: string
  readonly value: unknown
}

interface Entry {
  readonly checkpoint: Checkpoint
  readonly metadata: CheckpointMetadata
  readonly parentId: string | undefined
  /** 1, 2, 3 … over all threads: the order of saving. A clock that is set back changes nothing. */
  readonly sequence: number
}

/** One namespace of a thread. */
interface Place {
  readonly thread: string
  readonly namespace: string
  /** Oldest first. */
  readonly entries: Map<string, Entry>
  /** By checkpoint id. Writes may come before the checkpoint they belong to. */
  readonly writes: Map<string, Map<string, StoredWrite>>
}

/**
 * Remembers threads as long as the program runs. Values are kept as they are, not as text: the states of an agent never
 * change once made, so checkpoints share what is equal in them. Threads within a thread (`<thread>/…`) are deleted with
 * it.
 */
export class MemoryCheckpointer extends BaseCheckpointSaver {
  readonly #places = new Map<string, Place>()
  #sequence = 0

  override async getTuple(config: RunnableConfig): Promise<CheckpointTuple | undefined> {
    const { thread, namespace = '', id } = readPlace(config)
    const place = thread === undefined ? undefined : this.#places.get(toKey(thread, namespace))
    const entry = place?.entries.get(id ?? [...place.entries.keys()].at(-1) ?? '')
    return place && entry && this.#toTuple(place, entry)
  }

  override async *list(config: RunnableConfig, options: CheckpointListOptions = {}): AsyncGenerator<CheckpointTuple> {
    const { thread, namespace, id } = readPlace(config)
    const end = options.before === undefined ? Number.POSITIVE_INFINITY : this.#sequenceOf(options.before)
    const wanted = Object.entries(options.filter ?? {})
    const found = [...this.#places.values()]
      .filter((place) => (thread ?? place.thread) === place.thread)
      .filter((place) => (namespace ?? place.namespace) === place.namespace)
      .flatMap((place) => [...place.entries.values()].map((entry) => ({ place, entry })))
      .filter(({ entry }) => entry.sequence < end && (id ?? entry.checkpoint.id) === entry.checkpoint.id)
      .filter(({ entry }) => wanted.every(([key, value]) => Reflect.get(entry.metadata, key) === value))
      .sort((a, b) => b.entry.sequence - a.entry.sequence)
    for (const { place, entry } of found.slice(0, options.limit)) yield this.#toTuple(place, entry)
  }

  override async put(
    config: RunnableConfig,
    checkpoint: Checkpoint,
    metadata: CheckpointMetadata,
  ): Promise<RunnableConfig> {
    const { thread, namespace, id: parentId } = requirePlace(config)
    const { entries } = this.#open(thread, namespace)
    this.#sequence += 1
    entries.delete(checkpoint.id)
    entries.set(checkpoint.id, { checkpoint, metadata, parentId, sequence: this.#sequence })
    return toConfig(thread, namespace, checkpoint.id)
  }

  override async putWrites(
    config: RunnableConfig,
    writes: PendingWrite[],
    taskId: string,
    taskPath = '',
  ): Promise<void> {
    const { thread, namespace, id } = requirePlace(config)
    if (id === undefined) throw new AgentError('run.noThread', 'Writes need the checkpoint_id they belong to.')
    const all = this.#open(thread, namespace).writes
    const stored = all.get(id) ?? new Map<string, StoredWrite>()
    all.set(id, stored)
    for (const [position, [channel, value]] of writes.entries()) {
      // Special writes have a place of their own and are replaced; ordinary ones are kept as they first came.
      const index = WRITES_IDX_MAP[channel] ?? position
      const key = `${taskId},${index}`
      if (index >= 0 && stored.has(key)) continue
      stored.set(key, { taskId, taskPath, index, channel, value })
    }
  }

  /** Also forgets the threads of the agents that were called within it: their ids begin with its own. */
  override async deleteThread(threadId: string): Promise<void> {
    for (const [key, { thread }] of this.#places) if (isWithin(thread, threadId)) this.#places.delete(key)
  }

  #open(thread: string, namespace: string): Place {
    const key = toKey(thread, namespace)
    const place = this.#places.get(key) ?? { thread, namespace, entries: new Map(), writes: new Map() }
    this.#places.set(key, place)
    return place
  }

  /** What is before a checkpoint nobody knows is nothing. */
  #sequenceOf(config: RunnableConfig): number {
    const { thread, namespace, id } = requirePlace(config)
    return this.#places.get(toKey(thread, namespace))?.entries.get(id ?? '')?.sequence ?? 0
  }

  #toTuple(place: Place, { checkpoint, metadata, parentId }: Entry): CheckpointTuple {
    const { thread, namespace } = place
    const copy = copyCheckpoint(checkpoint)
    const isOld = checkpoint.v < 4 && parentId !== undefined
    return {
      config: toConfig(thread, namespace, checkpoint.id),
      checkpoint: isOld ? migrateSends(copy, writesOf(place, parentId), this.getNextVersion(undefined)) : copy,
      metadata: { ...metadata },
      pendingWrites: writesOf(place, checkpoint.id),
      ...(parentId === undefined ? {} : { parentConfig: toConfig(thread, namespace, parentId) }),
    }
  }
}

function toKey(thread: string, namespace: string): string {
  return JSON.stringify([thread, namespace])
}

function writesOf({ writes }: Place, checkpointId: string): CheckpointPendingWrite[] {
  return [...(writes.get(checkpointId)?.values() ?? [])]
    .sort((a, b) => compareWritesSortKeys(sortKey(a), sortKey(b)))
    .map(({ taskId, channel, value }) => [taskId, channel, value])
}

function sortKey({ taskPath, taskId, index }: StoredWrite) {
  return writesSortKey(taskPath, taskId, index)
}
