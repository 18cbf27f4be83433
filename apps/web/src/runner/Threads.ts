import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ThreadStore } from '../storage/createThreadStore.ts'
import type { ThreadRecord } from '../storage/LibrarySchema.ts'

/** The threads of the open agent. */
export interface ThreadsState {
  /** The one that was used last first. */
  readonly threads: readonly ThreadRecord[]
  /** What was deleted and can still be brought back. */
  readonly trashed: readonly ThreadRecord[]
  /** The thread that the next run goes on with; without one it begins a new thread. */
  readonly currentId: string | undefined
}

export interface ThreadsParts {
  readonly store: ThreadStore
  /** Deletes what agents remember of threads. */
  forget(threadIds: readonly string[]): Promise<void>
}

const none: ThreadsState = { threads: [], trashed: [], currentId: undefined }

/** The conversations with the open agent: which there are, and which one goes on. */
export class Threads {
  readonly state: StoreApi<ThreadsState> = createStore<ThreadsState>(() => none)
  readonly #parts: ThreadsParts
  #agentId: string | undefined

  constructor(parts: ThreadsParts) {
    this.#parts = parts
  }

  get currentId(): string | undefined {
    return this.state.getState().currentId
  }

  has(threadId: string): boolean {
    const { threads, trashed } = this.state.getState()
    return [...threads, ...trashed].some((thread) => thread.threadId === threadId)
  }

  /** Looks at the threads of this agent from now on; the one that was used last goes on. */
  async open(agentId: string | undefined): Promise<void> {
    this.#agentId = agentId
    this.state.setState(none, true)
    await this.refresh()
    if (agentId === this.#agentId) this.choose(this.state.getState().threads[0]?.threadId)
  }

  async refresh(): Promise<void> {
    const agentId = this.#agentId
    // Without a store there are none; the conversation on screen goes on all the same.
    const all = await this.#parts.store.list().catch((): readonly ThreadRecord[] => [])
    // Another agent may have been opened while the store was asked.
    if (agentId !== this.#agentId) return
    const own = all.filter((thread) => thread.agentId === agentId)
    this.state.setState({
      threads: own.filter(({ trashedAt }) => trashedAt === undefined),
      trashed: own.filter(({ trashedAt }) => trashedAt !== undefined),
    })
  }

  /** Goes on with this thread; without one the next run begins a new thread. */
  choose(threadId: string | undefined): void {
    this.state.setState({ currentId: threadId })
  }

  /** A run of this thread began or ended. */
  async used(thread: Parameters<ThreadStore['use']>[0]): Promise<void> {
    await this.#parts.store.use(thread).catch(() => undefined)
    await this.refresh()
  }

  async rename(threadId: string, name: string): Promise<void> {
    if (name.trim() !== '') await this.#parts.store.rename(threadId, name.trim())
    await this.refresh()
  }

  /** Puts a thread into the trash. */
  async trash(threadId: string): Promise<void> {
    await this.#parts.store.setTrashed(threadId, true)
    if (this.currentId === threadId) this.choose(undefined)
    await this.refresh()
  }

  async restore(threadId: string): Promise<void> {
    await this.#parts.store.setTrashed(threadId, false)
    await this.refresh()
  }

  /** Deletes a thread for good: its runs, and what the agent remembers of it. */
  async purge(threadId: string): Promise<void> {
    await this.#purge([threadId])
    await this.refresh()
  }

  /** Deletes what has been in the trash for thirty days, and threads of agents that are gone. */
  async purgeForgotten(now: number): Promise<void> {
    const threadIds = await this.#parts.store.findForgotten(now)
    if (threadIds.length > 0) await this.#purge(threadIds)
  }

  /** What is remembered goes first: a thread that is still listed can be deleted again. */
  async #purge(threadIds: readonly string[]): Promise<void> {
    await this.#parts.forget(threadIds)
    await this.#parts.store.purge(threadIds)
  }
}
