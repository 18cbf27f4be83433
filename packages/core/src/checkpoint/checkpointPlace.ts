import type { RunnableConfig } from '@langchain/core/runnables'
import { AgentError } from '../errors/AgentError.ts'

/** Where a checkpoint belongs, as a call's `configurable` says it. */
export interface CheckpointPlace {
  readonly thread: string
  readonly namespace: string
  /** Of a certain checkpoint; without it the newest is meant. */
  readonly id: string | undefined
}

/** @throws AgentError `run.noThread` when the call names no thread */
export function requirePlace(config: RunnableConfig): CheckpointPlace {
  const { thread, namespace = '', id } = readPlace(config)
  if (thread === undefined) throw new AgentError('run.noThread', 'A checkpoint needs a thread_id.')
  return { thread, namespace, id }
}

/** The same of a question about many checkpoints, where what is not named may be anything. */
export function readPlace({ configurable = {} }: RunnableConfig): Partial<CheckpointPlace> {
  return {
    ...named('thread', configurable.thread_id),
    ...named('namespace', configurable.checkpoint_ns),
    ...(configurable.checkpoint_id === '' ? {} : named('id', configurable.checkpoint_id)),
  }
}

/** How the engine names a checkpoint. */
export function toConfig(thread: string, namespace: string, id: string): RunnableConfig {
  return { configurable: { thread_id: thread, checkpoint_ns: namespace, checkpoint_id: id } }
}

/** True for a thread and for those within it, which are named `<thread>/<execution>/<key>`. */
export function isWithin(thread: string, outer: string): boolean {
  return thread === outer || thread.startsWith(`${outer}/`)
}

function named<Name extends string>(name: Name, value: unknown): { readonly [Key in Name]?: string } {
  // The mapped type of one key that TypeScript cannot infer from a computed name.
  return (value === undefined || value === null ? {} : { [name]: String(value) }) as { readonly [Key in Name]?: string }
}
