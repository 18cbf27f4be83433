import type { AgentConfig, Json, Problem, State } from '@petal/core/model'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { RunRecord } from '../storage/LibrarySchema.ts'
import { createRunRecorder } from './createRunRecorder.ts'
import { findMissingKeys, listKeyNeeds, type MissingKey } from './keyNeeds.ts'
import type { RunArchive } from './RunArchive.ts'
import type { RunControllerParts } from './RunControllerParts.ts'
import type { RunInput } from './RunInput.ts'
import type { RunHandle } from './Runner.ts'
import { type RestoreOutcome, type RunThread, restoreThread } from './RunThread.ts'
import { RunTrials } from './RunTrials.ts'
import { holdThreadLock } from './threadLock.ts'

/** What a start waits for: the person's consent, or keys. */
export type RunGate =
  | { readonly kind: 'trust'; readonly input: State }
  | { readonly kind: 'keys'; readonly input: State; readonly missing: readonly MissingKey[] }
  /** A run that waited for a person goes on, with the agent as it was: only its keys are asked for again. */
  | { readonly kind: 'keysAgain'; readonly answer?: Json; readonly missing: readonly MissingKey[] }

/** What the Run button and the panel need to know beside the run's own state. */
export interface RunActivity {
  readonly status: 'idle' | 'running' | 'stopping'
  readonly gate?: RunGate
  /** The agent has problems that keep it from running: which they are now, its plan says. */
  readonly refused?: true
  /** Why the last start came to nothing otherwise: it may not run here, or a fault before the first step. */
  readonly problems?: readonly Problem[]
  /** Why the run that waits would not survive a reload. */
  readonly unkept?: Problem
}

/** Starts and stops runs of the agent on screen. One at a time. */
export class RunController {
  /** What a person has prepared for the next run. */
  readonly input: RunInput
  /** Earlier runs of the agent on screen. */
  readonly archive: RunArchive
  /** What can be tried beside the run on screen. */
  readonly trials: RunTrials
  readonly activity: StoreApi<RunActivity> = createStore<RunActivity>(() => ({ status: 'idle' }))
  readonly #parts: RunControllerParts
  #handle: RunHandle | undefined
  #thread: RunThread | undefined

  constructor(parts: RunControllerParts) {
    this.#parts = parts
    this.input = parts.input
    this.archive = parts.archive
    this.trials = new RunTrials(parts)
  }

  /** Loads the engine ahead of time. */
  preload(): void {
    this.#parts.runner.preload()
  }

  /** Runs what is on screen with the input that was prepared. `evenIfEmpty`: also where a step waits for an input. */
  run(options: { readonly evenIfEmpty?: boolean } = {}): void {
    if (this.#handle !== undefined) return
    const refusal = this.#findRefusal(this.#parts.agent())
    if (refusal !== undefined) {
      this.#set({ status: 'idle', ...refusal })
      return
    }
    const input = this.input.read(options)
    if (input !== undefined) this.start(input)
  }

  /** Runs what is on screen, unless something stands in the way: then `activity` says what. */
  start(input: State): void {
    if (this.#handle !== undefined) return
    const config = this.#parts.agent()
    const obstacle = this.#findObstacle(config, input)
    if (obstacle !== undefined) {
      this.#set({ status: 'idle', ...obstacle })
      return
    }
    const id = this.#threadFor(config)
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
    if (typeof restored !== 'object') return restored ?? 'lost'
    if (!known) this.#thread?.release()
    this.#thread = restored
    return 'ready'
  }

  /** Forgets a stored run, and what was kept to go on with it. */
  async discard({ runId, threadId }: RunRecord): Promise<void> {
    if (this.#thread?.id === threadId) this.leave()
    this.#parts.runner.forget(threadId)
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

  /** Why this agent cannot run at all, whatever its input. */
  #findRefusal(config: AgentConfig): Omit<RunActivity, 'status'> | undefined {
    const { plan, readOnly } = this.#parts
    const reason = readOnly()
    if (reason !== undefined) return { problems: [{ code: 'storage.newer', severity: 'error', message: reason }] }
    return plan(config).ok ? undefined : { refused: true }
  }

  #findObstacle(config: AgentConfig, input: State): Omit<RunActivity, 'status'> | undefined {
    const { keyring, isTrusted, plan, registry } = this.#parts
    const refusal = this.#findRefusal(config)
    if (refusal !== undefined) return refusal
    if (!isTrusted()) return { gate: { kind: 'trust', input } }
    const missing = findMissingKeys(listKeyNeeds(plan(config), registry), keyring)
    return missing.length === 0 ? undefined : { gate: { kind: 'keys', input, missing } }
  }

  /** An agent that remembers goes on with the thread on screen; every other run is a thread of its own. */
  #threadFor({ checkpointer }: AgentConfig): string {
    const onScreen = this.#parts.currentRun()?.threadId
    const goesOn = checkpointer?.enabled === true && onScreen !== undefined && onScreen === this.#thread?.id
    return goesOn ? onScreen : crypto.randomUUID()
  }

  #run(thread: RunThread, input: State | null, resume?: Json): void {
    const { runner, keyring, breakpoints, receive } = this.#parts
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
      receive(events)
    })
    this.#handle.done.then(async ({ problem, unkept }) => {
      this.#handle = undefined
      const waits = thread.recorder.status === 'paused' && unkept !== undefined
      const told = { ...(problem === undefined ? {} : { problems: [problem] }), ...(waits ? { unkept } : {}) }
      this.#set({ status: 'idle', ...told })
      await thread.recorder.close()
      await this.archive.refresh()
      if (thread.recorder.status !== 'paused') thread.release()
    })
  }

  #set(activity: RunActivity): void {
    this.activity.setState(activity, true)
  }
}
