import type { AgentConfig, Json, State } from '@petal/core/model'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { RunRecord, RunRecordStatus } from '../storage/LibrarySchema.ts'
import { createRunRecorder } from './createRunRecorder.ts'
import { describeTurn } from './describeTurn.ts'
import { findObstacle, findRefusal } from './findObstacle.ts'
import { findMissingKeys, listKeyNeeds } from './keyNeeds.ts'
import type { RunActivity } from './RunActivity.ts'
import type { RunArchive } from './RunArchive.ts'
import type { RunControllerParts } from './RunControllerParts.ts'
import type { RunInput } from './RunInput.ts'
import type { RunHandle } from './Runner.ts'
import { type RestoreOutcome, type RunThread, restoreThread } from './RunThread.ts'
import { RunTrials } from './RunTrials.ts'
import { remembersThreads } from './remembersThreads.ts'
import type { Threads } from './Threads.ts'
import { holdThreadLock } from './threadLock.ts'

const endedStatuses: ReadonlySet<RunRecordStatus> = new Set(['done', 'failed', 'stopped'])

/** Starts and stops runs of the agent on screen. One at a time. */
export class RunController {
  /** What a person has prepared for the next run. */
  readonly input: RunInput
  /** Earlier runs of the agent on screen. */
  readonly archive: RunArchive
  /** What can be tried beside the run on screen. */
  readonly trials: RunTrials
  /** The conversations with the agent on screen. */
  readonly threads: Threads
  readonly activity: StoreApi<RunActivity> = createStore<RunActivity>(() => ({ status: 'idle' }))
  readonly #parts: RunControllerParts
  #handle: RunHandle | undefined
  #thread: RunThread | undefined

  constructor(parts: RunControllerParts) {
    this.#parts = parts
    this.input = parts.input
    this.archive = parts.archive
    this.trials = new RunTrials(parts)
    this.threads = parts.threads
  }

  /** Loads the engine ahead of time. */
  preload(): void {
    this.#parts.runner.preload()
  }

  /** Runs what is on screen with the input that was prepared. `evenIfEmpty`: also where a step waits for an input. */
  run(options: { readonly evenIfEmpty?: boolean } = {}): void {
    this.#parts.whenPlanned(() => this.#runPrepared(options))
  }

  #runPrepared(options: { readonly evenIfEmpty?: boolean }): void {
    if (this.#handle !== undefined) return
    const refusal = findRefusal(this.#parts, this.#parts.agent())
    if (refusal !== undefined) {
      this.#set({ status: 'idle', ...refusal })
      return
    }
    const input = this.input.read(options)
    if (input !== undefined) this.start(input)
  }

  /** Runs what is on screen, unless something stands in the way: then `activity` says what. */
  start(input: State): void {
    this.#parts.whenPlanned(() => this.#startPlanned(input))
  }

  #startPlanned(input: State): void {
    if (this.#handle !== undefined) return
    const config = this.#parts.agent()
    const obstacle = findObstacle(this.#parts, config, input)
    if (obstacle !== undefined) {
      this.#set({ status: 'idle', ...obstacle })
      return
    }
    const id = this.#threadFor(config, input)
    this.#thread?.release()
    const recorder = createRunRecorder(this.#parts.runs, { agent: this.#parts.identity(), config })
    const needs = listKeyNeeds(this.#parts.plan(config), this.#parts.registry)
    this.#thread = { id, agent: config, recorder, needs, release: holdThreadLock(id) }
    this.input.used(input)
    this.#run(this.#thread, input)
  }

  /** Cancels requests under way; what came so far stays. */
  stop(): void {
    if (this.#handle === undefined) return
    this.#set({ status: 'stopping' })
    this.#handle.stop()
  }

  /** Begins a new conversation: what was said so far is left as it is. */
  newThread(): void {
    if (this.#handle !== undefined) return
    this.threads.choose(undefined)
    this.#parts.clearRun()
    this.leave()
  }

  /** Goes on with a thread, and shows how it stands. Rejects with a `storage.*` error. */
  async openThread(threadId: string): Promise<void> {
    if (this.#handle !== undefined) return
    const newest = this.archive.records.getState().find((run) => run.threadId === threadId)
    if (newest?.status === 'paused') {
      if ((await this.restore(newest)) === 'ready') this.threads.choose(threadId)
      return
    }
    const { id } = this.#parts.identity()
    const events = newest === undefined ? [] : await this.archive.events(newest.runId)
    // A run may have been started, or another agent opened, while the store was asked.
    if (this.#handle !== undefined || this.#parts.identity().id !== id) return
    this.newThread()
    this.threads.choose(threadId)
    this.#parts.receive(events)
  }

  /** Puts a thread into the trash, with its runs. */
  async trashThread(threadId: string): Promise<void> {
    const wasCurrent = this.threads.currentId === threadId
    await this.threads.trash(threadId)
    await this.archive.refresh()
    if (wasCurrent) this.newThread()
  }

  /** Takes a thread out of the trash. @param open goes on with it at once */
  async restoreThread(threadId: string, open: boolean): Promise<void> {
    await this.threads.restore(threadId)
    await this.archive.refresh()
    if (open) await this.openThread(threadId)
  }

  /** Shows the conversation that goes on, once an agent is open: unless a run is on screen, or was left unfinished. */
  async openLastThread(): Promise<void> {
    const { currentId } = this.threads
    const newest = this.archive.records.getState().find(({ threadId }) => threadId === currentId)
    const ended = newest !== undefined && endedStatuses.has(newest.status)
    if (currentId === undefined || !ended || !remembersThreads(this.#parts.agent())) return
    if (this.#parts.currentRun() === undefined) await this.openThread(currentId)
  }

  /**
   * Goes on with the paused run: with answers by question id, or without any after a breakpoint. Keys of an earlier
   * session are asked for first.
   */
  resume(answer?: Json): void {
    if (this.#handle !== undefined || this.#thread === undefined) return
    const missing = findMissingKeys(this.#thread.needs, this.#parts.keyring)
    const given = answer === undefined ? {} : { answer }
    if (missing.length > 0) this.#set({ status: 'idle', gate: { kind: 'keysAgain', ...given, missing } })
    else this.#run(this.#thread, null, answer)
  }

  /** Shows a stored run that waits, or was interrupted, and makes it the one to go on with. */
  async restore(record: RunRecord): Promise<RestoreOutcome> {
    const { runs, registry, receive, clearRun } = this.#parts
    if (this.#handle !== undefined) return 'busy'
    const events = await this.archive.events(record.runId)
    const known = this.#thread?.id === record.threadId
    const restored = known ? this.#thread : await restoreThread(record, { runs, registry })
    // A run may have been started, or another agent opened, while the store was asked.
    if (this.#handle !== undefined || this.#parts.identity().id !== record.agentId) {
      if (!known && typeof restored === 'object') restored.release()
      return 'busy'
    }
    clearRun()
    receive(events)
    if (typeof restored === 'object' && remembersThreads(restored.agent)) this.threads.choose(record.threadId)
    if (typeof restored !== 'object') return restored ?? 'lost'
    if (!known) this.#thread?.release()
    this.#thread = restored
    return 'ready'
  }

  /** Forgets a stored run, and what was kept to go on with it. */
  async discard({ runId, threadId }: RunRecord): Promise<void> {
    if (this.#thread?.id === threadId) this.leave()
    // What a conversation remembers outlives a single run of it.
    if (!this.threads.has(threadId)) await this.#parts.runner.forgetThreads([threadId]).catch(() => undefined)
    await this.archive.remove(runId)
  }

  /** Another agent comes on screen: what runs is stopped, what waits can be gone on with elsewhere. */
  leave(): void {
    this.stop()
    this.dismiss()
    if (this.#handle !== undefined) return
    this.#thread?.release()
    this.#thread = undefined
  }

  /** Goes on with the start that waits for consent. */
  consent(): void {
    const { gate } = this.activity.getState()
    if (gate?.kind !== 'trust') return
    this.#parts.trust()
    this.start(gate.input)
  }

  /** Tries the start again that waits for keys. */
  retryGate(): void {
    const { gate } = this.activity.getState()
    if (gate?.kind === 'keysAgain') this.resume(gate.answer)
    else if (gate !== undefined) this.start(gate.input)
  }

  /** Forgets what stood in the way. */
  dismiss(): void {
    if (this.#handle === undefined) this.#set({ status: 'idle' })
  }

  /** The agent's problems are mended: there is nothing left to refuse. */
  mended(): void {
    if (this.activity.getState().refused) this.dismiss()
  }

  /** An agent that remembers goes on with its thread; every other run is a thread of its own. */
  #threadFor(config: AgentConfig, input: State): string {
    if (!remembersThreads(config)) return crypto.randomUUID()
    const id = this.threads.currentId ?? crypto.randomUUID()
    this.threads.choose(id)
    this.#noteTurn(id, input)
    return id
  }

  /** The thread was used: it says what was said last. */
  #noteTurn(threadId: string, values: State): Promise<void> {
    const turn = describeTurn(values) ?? 'Without words'
    const agentId = this.#parts.identity().id
    return this.threads.used({ threadId, agentId, name: turn, lastTurn: turn, updatedAt: Date.now() })
  }

  #run(thread: RunThread, input: State | null, resume?: Json): void {
    const { runner, keyring, breakpoints, receive } = this.#parts
    const { id } = this.#parts.identity()
    const keys = keyring.supply(thread.needs)
    const options = {
      threadId: thread.id,
      keys,
      breakpoints: breakpoints(),
      ...(resume === undefined ? {} : { resume }),
    }
    this.#set({ status: 'running' })
    this.#handle = runner.start(thread.agent, input, options, (events) => {
      thread.recorder.add(events)
      if (this.#parts.identity().id === id) receive(events)
    })
    this.#handle.done.then(async ({ problem, unkept }) => {
      this.#handle = undefined
      const isPaused = thread.recorder.status === 'paused'
      const waits = isPaused && unkept !== undefined
      const told = { ...(problem === undefined ? {} : { problems: [problem] }), ...(waits ? { unkept } : {}) }
      this.#set({ status: 'idle', ...told })
      const run = this.#parts.currentRun()
      const remembered = run?.threadId === thread.id && remembersThreads(thread.agent)
      await thread.recorder.close()
      await this.archive.refresh()
      if (remembered) await this.#noteTurn(thread.id, run.state)
      // It may have been gone on with meanwhile: then it is not over.
      if (!isPaused) thread.release()
    })
  }

  #set(activity: RunActivity): void {
    this.activity.setState(activity, true)
  }
}
