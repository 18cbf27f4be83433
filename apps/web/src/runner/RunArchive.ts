import type { RunEvent } from '@petal/core/model'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { RunStore } from '../storage/createRunStore.ts'
import type { RunRecord } from '../storage/LibrarySchema.ts'

/** The stored runs of the open agent, newest first. */
export class RunArchive {
  readonly records: StoreApi<readonly RunRecord[]> = createStore<readonly RunRecord[]>(() => [])
  readonly #runs: RunStore
  #agentId: string | undefined

  constructor(runs: RunStore) {
    this.#runs = runs
  }

  /** Looks at the runs of this agent from now on. Without a store there are none. */
  async open(agentId: string | undefined): Promise<void> {
    this.#agentId = agentId
    await this.refresh()
  }

  async refresh(): Promise<void> {
    const agentId = this.#agentId
    const all = await this.#runs.list().catch((): readonly RunRecord[] => [])
    // Another agent may have been opened while the store was asked.
    if (agentId === this.#agentId)
      this.records.setState(
        all.filter((run) => run.agentId === agentId),
        true,
      )
  }

  /** What happened in a stored run, ready to be replayed. Rejects with a `storage.*` error. */
  events(runId: string): Promise<readonly RunEvent[]> {
    return this.#runs.events(runId)
  }

  async remove(runId: string): Promise<void> {
    await this.#runs.remove(runId)
    await this.refresh()
  }
}
