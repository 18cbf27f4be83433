import type { AgentConfig, RunEvent } from '@petal/core/model'
import type { IDBPTransaction } from 'idb'
import { completeTransaction } from './completeTransaction.ts'
import type { LibrarySchema, RunRecord } from './LibrarySchema.ts'
import type { Connection, LibraryDatabase } from './openConnection.ts'

/** How many runs are kept in all; older ones make room. */
const RUNS_KEPT = 40

/** Runs as they happened, written while they happen. */
export interface RunStore {
  /**
   * Enters a new run of this agent. A run of the same thread that waited is over with it. Older runs beyond the kept ones are removed, but none that waits or can go on.
   */
  start(run: Omit<RunRecord, 'order' | 'status'>, config: AgentConfig): Promise<void>
  /** Adds events in order and brings the record up to date. `index` counts the parts of a run from 0. */
  append(runId: string, part: RunPart): Promise<void>
  /** All runs, newest first. */
  list(): Promise<readonly RunRecord[]>
  events(runId: string): Promise<readonly RunEvent[]>
  /** The agent as it was when the run began; nothing for a run of before it was kept. */
  config(runId: string): Promise<AgentConfig | undefined>
  /** How many parts of its events are stored: the index of the next one. */
  countParts(runId: string): Promise<number>
  setStatus(runId: string, status: RunRecord['status']): Promise<void>
  remove(runId: string): Promise<void>
  /** Makes room: forgets every run that has ended. */
  clear(): Promise<void>
}

export interface RunPart {
  readonly index: number
  readonly events: readonly RunEvent[]
  readonly status: RunRecord['status']
  readonly lastStepId?: string
  /** How long the run was at work since the part before, in milliseconds. */
  readonly workedMs?: number
}

type RunStoreName = 'runs' | 'runEvents' | 'runConfigs' | 'threads'
const runStores: RunStoreName[] = ['runs', 'runEvents', 'runConfigs', 'threads']

export function createRunStore(connection: Connection): RunStore {
  return {
    start: (run, config) => connection.use((database) => startRun(database, run, config)),
    append: (runId, part) => connection.use((database) => appendPart(database, runId, part)),
    list: async () => (await connection.use((database) => database.getAllFromIndex('runs', 'byOrder'))).reverse(),
    async events(runId) {
      const parts = await connection.use((database) => database.getAll('runEvents', partsOf(runId)))
      return parts.flatMap((part) => part.events)
    },
    config: async (runId) => (await connection.use((database) => database.get('runConfigs', runId)))?.config,
    countParts: (runId) => connection.use((database) => database.count('runEvents', partsOf(runId))),
    setStatus: (runId, status) => connection.use((database) => setStatus(database, runId, status)),
    remove: (runId) => connection.use((database) => removeRuns(database, [runId])),
    async clear() {
      const runs = await connection.use((database) => database.getAll('runs'))
      const ended = runs.filter(hasEnded)
      await connection.use((database) =>
        removeRuns(
          database,
          ended.map(({ runId }) => runId),
        ),
      )
    },
  }
}

async function startRun(
  database: LibraryDatabase,
  run: Omit<RunRecord, 'order' | 'status'>,
  config: AgentConfig,
): Promise<void> {
  const transaction = database.transaction(runStores, 'readwrite')
  const runs = transaction.objectStore('runs')
  const known = await runs.index('byOrder').getAll()
  const threads = new Set(await transaction.objectStore('threads').getAllKeys())
  const tooMany = findSurplus(known, threads)
  const order = (known.at(-1)?.order ?? 0) + 1
  const overtaken = known.filter((other) => other.threadId === run.threadId && !hasEnded(other))
  await completeTransaction(transaction, [
    ...overtaken.map((other) => () => runs.put({ ...other, status: 'stopped' })),
    () => runs.put({ ...run, order, status: 'running' }),
    () => transaction.objectStore('runConfigs').put({ runId: run.runId, config }),
    ...tooMany.flatMap(({ runId }) => removals(transaction, runId)),
  ])
}

/** The oldest runs beyond the kept ones. The newest run of a thread stays: it shows the conversation. */
function findSurplus(runs: readonly RunRecord[], threads: ReadonlySet<string>): readonly RunRecord[] {
  const newest = new Map(runs.map(({ threadId, runId }) => [threadId, runId]))
  const free = runs.filter(({ threadId, runId }) => !threads.has(threadId) || newest.get(threadId) !== runId)
  return free.slice(0, Math.max(0, free.length + 1 - RUNS_KEPT)).filter(hasEnded)
}

async function appendPart(database: LibraryDatabase, runId: string, part: RunPart): Promise<void> {
  const { index, events, status, lastStepId, workedMs } = part
  const transaction = database.transaction(runStores, 'readwrite')
  const runs = transaction.objectStore('runs')
  const run = await runs.get(runId)
  const last = lastStepId === undefined ? {} : { lastStepId }
  const worked = workedMs === undefined ? {} : { workedMs: (run?.workedMs ?? 0) + workedMs }
  await completeTransaction(transaction, [
    () => run && runs.put({ ...run, status, ...last, ...worked }),
    // A run that was removed meanwhile keeps no events.
    () => run && transaction.objectStore('runEvents').put({ runId, index, events }),
  ])
}

async function setStatus(database: LibraryDatabase, runId: string, status: RunRecord['status']): Promise<void> {
  const transaction = database.transaction('runs', 'readwrite')
  const run = await transaction.store.get(runId)
  await completeTransaction(transaction, [() => run && transaction.store.put({ ...run, status })])
}

async function removeRuns(database: LibraryDatabase, runIds: readonly string[]): Promise<void> {
  const transaction = database.transaction(runStores, 'readwrite')
  await completeTransaction(
    transaction,
    runIds.flatMap((runId) => removals(transaction, runId)),
  )
}

type RunTransaction = IDBPTransaction<LibrarySchema, RunStoreName[], 'readwrite'>

function removals(transaction: RunTransaction, runId: string) {
  return [
    () => transaction.objectStore('runs').delete(runId),
    () => transaction.objectStore('runEvents').delete(partsOf(runId)),
    () => transaction.objectStore('runConfigs').delete(runId),
  ]
}

/** True for a run that cannot go on. */
function hasEnded({ status }: RunRecord): boolean {
  return status !== 'running' && status !== 'paused' && status !== 'interrupted'
}

function partsOf(runId: string): IDBKeyRange {
  return IDBKeyRange.bound([runId, 0], [runId, Number.MAX_SAFE_INTEGER])
}
