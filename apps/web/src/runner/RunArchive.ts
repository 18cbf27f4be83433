import type { AgentConfig, Problem, RunEvent } from '@petal/core/model'
import { msg } from '@petal/ui/language'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { RunStore } from '../storage/createRunStore.ts'
import type { ThreadStore } from '../storage/createThreadStore.ts'
import type { RunRecord, ThreadRecord } from '../storage/LibrarySchema.ts'

/** The stored runs of the open agent, newest first. */
export class RunArchive {
  readonly records: StoreApi<readonly RunRecord[]> = createStore<readonly RunRecord[]>(() => [])
  readonly #runs: RunStore
  readonly #threads: ThreadStore
  #agentId: string | undefined

  constructor(runs: RunStore, threads: ThreadStore) {
    this.#runs = runs
    this.#threads = threads
  }

  /** Looks at the runs of this agent from now on. Without a store there are none. */
  async open(agentId: string | undefined): Promise<void> {
    this.#agentId = agentId
    await this.refresh()
  }

  /** Runs of a thread in the trash are not shown; they come back with it. */
  async refresh(): Promise<void> {
    const agentId = this.#agentId
    const all = await this.#runs.list().catch((): readonly RunRecord[] => [])
    const threads = await this.#threads.list().catch((): readonly ThreadRecord[] => [])
    // Another agent may have been opened while the store was asked.
    if (agentId !== this.#agentId) return
    const trashed = new Set(threads.flatMap(({ threadId, trashedAt }) => (trashedAt === undefined ? [] : [threadId])))
    this.records.setState(
      all.filter((run) => run.agentId === agentId && !trashed.has(run.threadId)),
      true,
    )
  }

  /**
   * What happened in a stored run, ready to be replayed. One that was interrupted ends with that problem, and one that
   * waited until its thread went on without it was stopped there. Rejects with a `storage.*` error.
   */
  async events(runId: string): Promise<readonly RunEvent[]> {
    const events = await this.#runs.events(runId)
    const status = this.records.getState().find((run) => run.runId === runId)?.status
    const [first, last] = [events[0], events.at(-1)]
    if (first === undefined || last === undefined) return events
    const stamp = { runId: last.runId, seq: last.seq + 1, at: last.at, durationMs: Math.max(0, last.at - first.at) }
    if (status === 'interrupted') return [...events, { ...stamp, type: 'run-error', problem: pageClosed }]
    const overtaken = status === 'stopped' && last.type !== 'run-cancel'
    return overtaken ? [...events, { ...stamp, type: 'run-cancel' }] : events
  }

  /** The agent as it was when a stored run began, if that is kept. Rejects with a `storage.*` error. */
  config(runId: string): Promise<AgentConfig | undefined> {
    return this.#runs.config(runId)
  }

  async remove(runId: string): Promise<void> {
    await this.#runs.remove(runId)
    await this.refresh()
  }
}

const pageClosed: Problem = {
  code: 'run.interrupted',
  severity: 'error',
  message: msg('The page was closed during this run. What it did until then is shown here.'),
}
