import type { RunnableConfig } from '@langchain/core/runnables'
import {
  BaseCheckpointSaver,
  type Checkpoint,
  type CheckpointListOptions,
  type CheckpointMetadata,
  type CheckpointTuple,
  compareWritesSortKeys,
  copyCheckpoint,
  type PendingWrite,
  WRITES_IDX_MAP,
  writesSortKey,
} from '@langchain/langgraph-checkpoint'

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
}

interface Thread {
  /** Oldest first. Their order is that of saving: a clock that is set back changes nothing. */
  readonly entries: Map<string, Entry>
  /** By checkpoint id. Writes may come before the checkpoint they belong to. */
  readonly writes: Map<string, Map<string, StoredWrite>>
}

/**
 * Remembers threads as long as the program runs. Values are kept as they are, not as text: the states of an agent never
 * change once made, so checkpoints share what is equal in them.
 */
export class MemoryCheckpointer extends BaseCheckpointSaver {
  readonly #threads = new Map<string, Map<string, Thread>>()

  override async getTuple(config: RunnableConfig): Promise<CheckpointTuple | undefined> {
    const { threadId, namespace, checkpointId } = readConfig(config)
    const thread = this.#threads.get(threadId)?.get(namespace)
    if (thread === undefined) return undefined
    const entry = thread.entries.get(checkpointId ?? [...thread.entries.keys()].at(-1) ?? '')
    return entry && toTuple(threadId, namespace, entry, thread)
  }

  override async *list(config: RunnableConfig, options: CheckpointListOptions = {}): AsyncGenerator<CheckpointTuple> {
    const { threadId, namespace, checkpointId } = readConfig(config)
    const thread = this.#threads.get(threadId)?.get(namespace)
    if (thread === undefined) return
    const entries = [...thread.entries.values()].reverse()
    const before: unknown = options.before?.configurable?.checkpoint_id
    const start = before === undefined ? 0 : entries.findIndex(({ checkpoint }) => checkpoint.id === before) + 1
    const wanted = Object.entries(options.filter ?? {})
    const found = entries
      .slice(start)
      .filter(({ checkpoint }) => checkpointId === undefined || checkpoint.id === checkpointId)
      .filter(({ metadata }) => wanted.every(([key, value]) => Reflect.get(metadata, key) === value))
    for (const entry of found.slice(0, options.limit)) yield toTuple(threadId, namespace, entry, thread)
  }

  override async put(
    config: RunnableConfig,
    checkpoint: Checkpoint,
    metadata: CheckpointMetadata,
  ): Promise<RunnableConfig> {
    const { threadId, namespace, checkpointId } = readConfig(config)
    const { entries } = this.#open(threadId, namespace)
    entries.delete(checkpoint.id)
    entries.set(checkpoint.id, { checkpoint, metadata, parentId: checkpointId })
    return toConfig(threadId, namespace, checkpoint.id)
  }

  override async putWrites(
    config: RunnableConfig,
    writes: PendingWrite[],
    taskId: string,
    taskPath = '',
  ): Promise<void> {
    const { threadId, namespace, checkpointId } = readConfig(config)
    const all = this.#open(threadId, namespace).writes
    const stored = all.get(checkpointId ?? '') ?? new Map<string, StoredWrite>()
    all.set(checkpointId ?? '', stored)
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
    this.#threads.delete(threadId)
    for (const id of this.#threads.keys()) if (id.startsWith(`${threadId}/`)) this.#threads.delete(id)
  }

  #open(threadId: string, namespace: string): Thread {
    const namespaces = this.#threads.get(threadId) ?? new Map<string, Thread>()
    const thread = namespaces.get(namespace) ?? { entries: new Map(), writes: new Map() }
    this.#threads.set(threadId, namespaces.set(namespace, thread))
    return thread
  }
}

function readConfig({ configurable }: RunnableConfig) {
  const id: unknown = configurable?.checkpoint_id
  return {
    threadId: String(configurable?.thread_id ?? ''),
    namespace: String(configurable?.checkpoint_ns ?? ''),
    checkpointId: typeof id === 'string' && id !== '' ? id : undefined,
  }
}

function toConfig(threadId: string, namespace: string, checkpointId: string): RunnableConfig {
  return { configurable: { thread_id: threadId, checkpoint_ns: namespace, checkpoint_id: checkpointId } }
}

function toTuple(threadId: string, namespace: string, entry: Entry, { writes }: Thread): CheckpointTuple {
  const { checkpoint, metadata, parentId } = entry
  const ordered = [...(writes.get(checkpoint.id)?.values() ?? [])].sort((a, b) =>
    compareWritesSortKeys(sortKey(a), sortKey(b)),
  )
  return {
    config: toConfig(threadId, namespace, checkpoint.id),
    checkpoint: copyCheckpoint(checkpoint),
    metadata: { ...metadata },
    pendingWrites: ordered.map(({ taskId, channel, value }) => [taskId, channel, value]),
    ...(parentId === undefined ? {} : { parentConfig: toConfig(threadId, namespace, parentId) }),
  }
}

function sortKey({ taskPath, taskId, index }: StoredWrite) {
  return writesSortKey(taskPath, taskId, index)
}
