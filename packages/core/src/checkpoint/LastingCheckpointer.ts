import type { RunnableConfig } from '@langchain/core/runnables'
import {
  BaseCheckpointSaver,
  type ChannelVersions,
  type Checkpoint,
  type CheckpointListOptions,
  type CheckpointMetadata,
  type CheckpointTuple,
  type PendingWrite,
  WRITES_IDX_MAP,
} from '@langchain/langgraph-checkpoint'
import { AgentError } from '../errors/AgentError.ts'
import type { Checkpointer } from './Checkpointer.ts'
import { isWithin, readPlace, requirePlace } from './checkpointPlace.ts'
import type { IndexedDBCheckpointer, ThreadEntry } from './IndexedDBCheckpointer.ts'
import { MemoryCheckpointer } from './MemoryCheckpointer.ts'
import { toCheckpointFault } from './toCheckpointFault.ts'

type HistoryOptions = Parameters<Checkpointer['getDeltaChannelHistory']>[0]

/**
 * A store that outlives the program, with the threads in use held in memory as well. Runs read from memory and write to
 * both, so a store that fails (a full disk) takes nothing from a run: it goes on, and `onFault` is told once for its
 * thread that it would not survive the end of the program.
 */
export class LastingCheckpointer extends BaseCheckpointSaver {
  readonly #store: IndexedDBCheckpointer
  readonly #onFault: (fault: AgentError, threadId: string) => void
  readonly #memory = new MemoryCheckpointer()
  /** Threads that are in memory, or on their way there. */
  readonly #held = new Map<string, Promise<void>>()
  readonly #failed = new Set<string>()

  constructor(store: IndexedDBCheckpointer, onFault: (fault: AgentError, threadId: string) => void) {
    super()
    this.#store = store
    this.#onFault = onFault
  }

  override async getTuple(config: RunnableConfig): Promise<CheckpointTuple | undefined> {
    await this.#hold(config)
    return this.#memory.getTuple(config)
  }

  override async *list(config: RunnableConfig, options?: CheckpointListOptions): AsyncGenerator<CheckpointTuple> {
    if (readPlace(config).thread === undefined) yield* this.#store.list(config, options)
    else {
      await this.#hold(config)
      yield* this.#memory.list(config, options)
    }
  }

  override async getDeltaChannelHistory(options: HistoryOptions) {
    await this.#hold(options.config)
    return this.#memory.getDeltaChannelHistory(options)
  }

  override async put(
    config: RunnableConfig,
    checkpoint: Checkpoint,
    metadata: CheckpointMetadata,
    newVersions: ChannelVersions,
  ): Promise<RunnableConfig> {
    await this.#hold(config)
    const saved = await this.#memory.put(config, checkpoint, metadata)
    await this.#save(config, () => this.#store.put(config, checkpoint, metadata, newVersions))
    return saved
  }

  override async putWrites(config: RunnableConfig, writes: PendingWrite[], task: string, path?: string): Promise<void> {
    await this.#hold(config)
    await this.#memory.putWrites(config, writes, task, path)
    await this.#save(config, () => this.#store.putWrites(config, writes, task, path))
  }

  /** A run that ends has no use for the fault of a store. */
  override async deleteThread(threadId: string): Promise<void> {
    await this.purge(threadId).catch(() => undefined)
  }

  /** Deletes a thread because a person wants it gone: rejects while the store still has it. */
  async purge(threadId: string): Promise<void> {
    await this.release(threadId)
    await this.#store.deleteThread(threadId)
  }

  /** Lets go of what is in memory of a thread, and of the threads within it. It is read again when it is needed. */
  async release(threadId: string): Promise<void> {
    for (const held of [...this.#held.keys()]) if (isWithin(held, threadId)) this.#held.delete(held)
    for (const failed of [...this.#failed]) if (isWithin(failed, threadId)) this.#failed.delete(failed)
    await this.#memory.deleteThread(threadId)
  }

  async #hold(config: RunnableConfig): Promise<void> {
    const { thread } = readPlace(config)
    if (thread === undefined) return
    const held = this.#held.get(thread) ?? this.#read(thread)
    this.#held.set(thread, held)
    await held
  }

  /** Rejects for a thread that is damaged; a store that cannot be reached is as good as an empty one. */
  async #read(thread: string): Promise<void> {
    try {
      for (const entry of await this.#store.readThread(thread)) await copyEntry(entry, this.#memory)
    } catch (thrown) {
      const fault = toCheckpointFault(thrown)
      if (fault.code === 'storage.damaged') throw fault
      this.#tell(thread, fault)
    }
  }

  async #save(config: RunnableConfig, write: () => Promise<unknown>): Promise<void> {
    const { thread } = requirePlace(config)
    // A thread with a hole in it is no use to anybody.
    if (this.#failed.has(thread)) return
    try {
      await write()
    } catch (thrown) {
      if (AgentError.isInstance(thrown) && !thrown.code.startsWith('storage.')) throw thrown
      this.#tell(thread, toCheckpointFault(thrown))
    }
  }

  #tell(thread: string, fault: AgentError): void {
    if (this.#failed.has(thread)) return
    this.#failed.add(thread)
    this.#onFault(fault, thread)
  }
}

async function copyEntry({ tuple, paths }: ThreadEntry, to: Checkpointer): Promise<void> {
  const { config, parentConfig, checkpoint, metadata, pendingWrites = [] } = tuple
  const parentId: unknown = parentConfig?.configurable?.checkpoint_id
  const before = { configurable: { ...config.configurable, checkpoint_id: parentId } }
  await to.put(before, checkpoint, metadata ?? { source: 'loop', step: 0, parents: {} }, checkpoint.channel_versions)
  for (const [task, path] of paths) {
    const own = pendingWrites.flatMap(([owner, channel, value]): PendingWrite[] =>
      owner === task ? [[channel, value]] : [],
    )
    // Special writes have places of their own; among the others a write's place in the list is its place in the task.
    const isSpecial = ([channel]: PendingWrite) => channel in WRITES_IDX_MAP
    for (const writes of [own.filter(isSpecial), own.filter((write) => !isSpecial(write))]) {
      await to.putWrites(config, writes, task, path)
    }
  }
}
