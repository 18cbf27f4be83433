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
import { escapeMarkers, restoreMarkers } from './escapeMarkers.ts'

type HistoryOptions = Parameters<Checkpointer['getDeltaChannelHistory']>[0]
type History = Awaited<ReturnType<Checkpointer['getDeltaChannelHistory']>>

/** A checkpointer from outside, made safe for any data: what a resumed run reads is what the paused one wrote. */
export class GuardedCheckpointer extends BaseCheckpointSaver {
  readonly #inner: Checkpointer

  constructor(inner: Checkpointer) {
    super(inner.serde)
    this.#inner = inner
  }

  override async getTuple(config: RunnableConfig): Promise<CheckpointTuple | undefined> {
    const tuple = await this.#inner.getTuple(config)
    return tuple && restoreTuple(tuple)
  }

  override async *list(config: RunnableConfig, options?: CheckpointListOptions): AsyncGenerator<CheckpointTuple> {
    for await (const tuple of this.#inner.list(config, options)) yield restoreTuple(tuple)
  }

  override put(
    config: RunnableConfig,
    checkpoint: Checkpoint,
    metadata: CheckpointMetadata,
    newVersions: ChannelVersions,
  ): Promise<RunnableConfig> {
    const values = mapValues(checkpoint.channel_values, escapeMarkers)
    return this.#inner.put(config, { ...checkpoint, channel_values: values }, metadata, newVersions)
  }

  override putWrites(config: RunnableConfig, writes: PendingWrite[], taskId: string, taskPath?: string): Promise<void> {
    const escaped = writes.map(([channel, value]): PendingWrite => [channel, escapeMarkers(value)])
    return this.#inner.putWrites(config, escaped, taskId, taskPath)
  }

  override deleteThread(threadId: string): Promise<void> {
    return this.#inner.deleteThread(threadId)
  }

  override getNextVersion(current: number | undefined): number {
    return this.#inner.getNextVersion(current)
  }

  override async getDeltaChannelHistory(options: HistoryOptions): Promise<History> {
    const histories = await this.#inner.getDeltaChannelHistory(options)
    return mapValues(histories, (history) => ({
      ...history,
      writes: restoreWrites(history.writes),
      ...('seed' in history ? { seed: restoreMarkers(history.seed) } : {}),
    }))
  }
}

function restoreTuple(tuple: CheckpointTuple): CheckpointTuple {
  const { checkpoint, pendingWrites } = tuple
  return {
    ...tuple,
    checkpoint: { ...checkpoint, channel_values: mapValues(checkpoint.channel_values, restoreMarkers) },
    ...(pendingWrites === undefined ? {} : { pendingWrites: restoreWrites(pendingWrites) }),
  }
}

function restoreWrites<Write extends readonly [string, string, unknown]>(writes: readonly Write[]) {
  return writes.map(([taskId, channel, value]): [string, string, unknown] => [taskId, channel, restoreMarkers(value)])
}

function mapValues<Value, Result>(record: Readonly<Record<string, Value>>, map: (value: Value) => Result) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]))
}
