import { word } from '@petal/core/language'
import { AgentError } from '@petal/core/model'
import type { RunRecord } from '../storage/LibrarySchema.ts'
import { forgetThread } from './forgetThread.ts'
import type { LiveRun } from './LiveRun.ts'
import type { RunControllerParts } from './RunControllerParts.ts'
import type { RestoreOutcome } from './RunThread.ts'
import { remembersThreads } from './remembersThreads.ts'
import { claimThreadLock } from './threadLock.ts'
import { usedElsewhere } from './usedElsewhere.ts'

/** Runs that are written down and not over: going on with them, forgetting them. */
export class StoredRuns {
  readonly #parts: RunControllerParts
  readonly #live: LiveRun

  constructor(parts: RunControllerParts, live: LiveRun) {
    this.#parts = parts
    this.#live = live
  }

  /** Shows a stored run as it is; one that waits is then the one to go on with. Rejects with a `storage.*` error. */
  async show(record: RunRecord): Promise<RestoreOutcome> {
    if (record.status === 'paused') return this.restore(record)
    const { archive, threads, receive, clearRun, identity } = this.#parts
    const events = await archive.events(record.runId)
    // A run may have been started, or another agent opened, while the store was asked.
    if (this.#live.isRunning || identity().id !== record.agentId) return 'busy'
    clearRun()
    threads.choose(record.threadId)
    receive(events)
    return 'ready'
  }

  /** Shows a stored run that waits, or was interrupted, and makes it the one to go on with. Rejects with a `storage.*` error. */
  async restore(record: RunRecord): Promise<RestoreOutcome> {
    const { runs, registry, archive, threads, receive, clearRun } = this.#parts
    if (this.#live.isRunning) return 'busy'
    const events = await archive.events(record.runId)
    const { thread } = this.#live
    const known = thread?.id === record.threadId
    // Few visits begin with a run that waits.
    const { restoreThread } = await import('./restoreThread.ts')
    const restored = known ? thread : await restoreThread(record, { runs, registry })
    // A run may have been started, or another agent opened, while the store was asked.
    if (this.#live.isRunning || this.#parts.identity().id !== record.agentId) {
      if (!known && typeof restored === 'object') restored.release()
      return 'busy'
    }
    clearRun()
    if (typeof restored !== 'object') {
      this.#live.strand({ record, reason: restored })
      receive(events)
      return restored
    }
    this.#live.take(restored)
    this.#live.set({ status: 'idle' })
    receive(events)
    if (remembersThreads(restored.agent)) threads.choose(record.threadId)
    return 'ready'
  }

  /**
   * Forgets a stored run, and what was kept to go on with it. Rejects with a `storage.*` error, and with `run.elsewhere`
   * when another tab has it.
   */
  async discard({ runId, threadId }: RunRecord): Promise<void> {
    const release = this.#live.setAside(threadId) ?? (await claimThreadLock(threadId))
    if (release === undefined) throw new AgentError(usedElsewhere.code, word(usedElsewhere.message))
    try {
      await forgetThread(this.#parts, threadId)
      await this.#parts.archive.remove(runId)
    } finally {
      // Another tab must not begin with what is still being forgotten.
      release()
    }
  }
}
