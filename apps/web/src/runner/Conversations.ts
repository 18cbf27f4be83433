import type { RunRecordStatus } from '../storage/LibrarySchema.ts'
import type { LiveRun } from './LiveRun.ts'
import type { RunControllerParts } from './RunControllerParts.ts'
import { remembersThreads } from './remembersThreads.ts'
import type { StoredRuns } from './StoredRuns.ts'

const endedStatuses: ReadonlySet<RunRecordStatus> = new Set(['done', 'failed', 'stopped'])

/** The conversation on screen: leaving it, opening another, what becomes of it in the trash. */
export class Conversations {
  readonly #parts: RunControllerParts
  readonly #live: LiveRun
  readonly #stored: StoredRuns

  constructor(parts: RunControllerParts, live: LiveRun, stored: StoredRuns) {
    this.#parts = parts
    this.#live = live
    this.#stored = stored
  }

  /** Begins a new conversation: what was said so far is left as it is. */
  begin(): void {
    if (this.#live.isRunning) return
    this.#parts.threads.choose(undefined)
    this.#parts.clearRun()
    this.#live.leave()
  }

  /** Goes on with a thread, and shows how it stands. Rejects with a `storage.*` error. */
  async open(threadId: string): Promise<void> {
    const { archive, threads, identity, receive } = this.#parts
    if (this.#live.isRunning) return
    const newest = archive.records.getState().find((run) => run.threadId === threadId)
    if (newest?.status === 'paused') {
      if ((await this.#stored.restore(newest)) === 'ready') threads.choose(threadId)
      return
    }
    const { id } = identity()
    const events = newest === undefined ? [] : await archive.events(newest.runId)
    // A run may have been started, or another agent opened, while the store was asked.
    if (this.#live.isRunning || identity().id !== id) return
    this.begin()
    threads.choose(threadId)
    receive(events)
  }

  /** Shows the conversation that goes on, once an agent is open: unless a run is on screen, or was left unfinished. */
  async openLast(): Promise<void> {
    const { archive, threads, agent, currentRun } = this.#parts
    const { currentId } = threads
    const newest = archive.records.getState().find(({ threadId }) => threadId === currentId)
    const ended = newest !== undefined && endedStatuses.has(newest.status)
    if (currentId === undefined || !ended || !remembersThreads(agent())) return
    if (currentRun() === undefined) await this.open(currentId)
  }

  /** Puts a thread into the trash, with its runs. */
  async trash(threadId: string): Promise<void> {
    const { archive, threads } = this.#parts
    const wasCurrent = threads.currentId === threadId
    await threads.trash(threadId)
    await archive.refresh()
    if (wasCurrent) this.begin()
  }

  /** Takes a thread out of the trash. @param open goes on with it at once */
  async restore(threadId: string, open: boolean): Promise<void> {
    await this.#parts.threads.restore(threadId)
    await this.#parts.archive.refresh()
    if (open) await this.open(threadId)
  }
}
