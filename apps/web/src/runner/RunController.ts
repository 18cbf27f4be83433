import type { AgentConfig, Json, Problem, RunOrigin, State } from '@petal/core/model'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { MarkedSteps } from '../editor/EditorState.ts'
import { Consent } from './Consent.ts'
import { Conversations } from './Conversations.ts'
import { createRunRecorder } from './createRunRecorder.ts'
import type { ForkRequest } from './ForkRequest.ts'
import { findObstacle, findRefusal } from './findObstacle.ts'
import type { GoOn } from './GoOn.ts'
import { findMissingKeys, listKeyNeeds, withoutFixed } from './keyNeeds.ts'
import { LiveRun } from './LiveRun.ts'
import { noteTurn } from './noteTurn.ts'
import type { RunActivity } from './RunActivity.ts'
import type { RunArchive } from './RunArchive.ts'
import type { RunControllerParts } from './RunControllerParts.ts'
import type { RunInput } from './RunInput.ts'
import { RunTrials } from './RunTrials.ts'
import { remembersThreads } from './remembersThreads.ts'
import { StoredRuns } from './StoredRuns.ts'
import type { Threads } from './Threads.ts'

/** Starts and stops runs of the agent on screen. One at a time. */
export class RunController {
  /** What a person has prepared for the next run. */
  readonly input: RunInput
  /** Earlier runs of the agent on screen. */
  readonly archive: RunArchive
  /** What can be tried beside the run on screen. */
  readonly trials: RunTrials
  /** Which conversations there are with the agent on screen. */
  readonly threads: Threads
  /** Which of them is on screen. */
  readonly conversations: Conversations
  /** Runs of before that are not over. */
  readonly stored: StoredRuns
  readonly activity: StoreApi<RunActivity>
  /** The moment of the run on screen at which another one is being prepared. */
  readonly fork: StoreApi<ForkRequest> = createStore<ForkRequest>(() => ({ executionId: undefined }))
  readonly #parts: RunControllerParts
  readonly #live: LiveRun
  readonly #consent: Consent

  constructor(parts: RunControllerParts) {
    this.#parts = parts
    this.#live = new LiveRun(parts)
    this.activity = this.#live.activity
    this.input = parts.input
    this.archive = parts.archive
    this.threads = parts.threads
    this.#consent = new Consent(parts, this.#live)
    this.trials = new RunTrials(parts, this.#consent)
    this.stored = new StoredRuns(parts, this.#live)
    this.conversations = new Conversations(parts, this.#live, this.stored)
  }

  /** How the run was to begin that asked for an input first. */
  #asked: GoOn = {}

  /** Loads the engine ahead of time. */
  preload(): void {
    this.#parts.runner.preload()
  }

  /** Runs what is on screen with the input that was prepared. `evenIfEmpty`: also where a step waits for an input. */
  run(options: { readonly evenIfEmpty?: boolean } = {}): void {
    this.#whenPlanned(() => this.#runPrepared(options, this.#asked))
  }

  /** Goes on, or begins a run, until these steps are next. */
  runTo(until: MarkedSteps): void {
    const waits = this.canGoOn && this.#parts.currentRun()?.breakpoint !== undefined
    if (waits) this.#goOn({ until })
    else this.#whenPlanned(() => this.#runPrepared({}, { until }))
  }

  #runPrepared(options: { readonly evenIfEmpty?: boolean }, how: GoOn): void {
    if (this.#live.isRunning) return
    const refusal = findRefusal(this.#parts, this.#parts.agent())
    if (refusal !== undefined) {
      this.#live.set({ status: 'idle', ...refusal })
      return
    }
    const input = this.input.read(options)
    this.#asked = input === undefined ? how : {}
    if (input !== undefined) this.#start(input, how)
  }

  /** Runs what is on screen, unless something stands in the way: then `activity` says what. */
  start(input: State): void {
    this.#asked = {}
    this.#start(input, {})
  }

  /** Begins a new run at a moment of another one, with what is on screen. */
  startFrom(input: State, from: RunOrigin): void {
    this.#asked = {}
    this.#start(input, { from })
  }

  #start(input: State, how: GoOn): void {
    this.#whenPlanned(() => this.#startPlanned(input, how))
  }

  /** What was asked for one agent is not done with another, which has come on screen meanwhile. */
  #whenPlanned(work: () => void): void {
    const { identity, whenPlanned } = this.#parts
    const { id } = identity()
    whenPlanned(() => (identity().id === id ? work() : undefined))
  }

  /** Never rejects. */
  async #startPlanned(input: State, how: GoOn): Promise<void> {
    if (this.#live.isRunning) return
    const config = this.#parts.agent()
    const obstacle = findObstacle(this.#parts, config, { input, how })
    if (obstacle !== undefined) {
      this.#live.set({ status: 'idle', ...obstacle })
      return
    }
    const id = how.from === undefined ? this.#threadFor(config) : crypto.randomUUID()
    const recorder = createRunRecorder(this.#parts.runs, { agent: this.#parts.identity(), config })
    const needs = listKeyNeeds(this.#parts.plan(config), this.#parts.registry)
    if (!(await this.#live.begin({ id, agent: config, recorder, needs }, input, how))) return
    if (how.from === undefined) this.input.used(input)
    if (!remembersThreads(config)) return
    this.threads.choose(id)
    noteTurn(this.#parts, id, input)
  }

  /** Cancels requests under way; what came so far stays. A run that waits for a person is ended. */
  stop(): void {
    if (this.#live.isRunning) this.#live.stop()
    else void this.#live.giveUp()
  }

  /** True when the run on screen is at hand to go on with, and nothing runs. */
  get canGoOn(): boolean {
    const { isRunning, thread } = this.#live
    return !isRunning && thread !== undefined && thread.id === this.#parts.currentRun()?.threadId
  }

  /** The agent as the run at hand began with it. */
  get agentAtHand(): AgentConfig | undefined {
    return this.#live.thread?.agent
  }

  /** Goes on with the paused run: with answers by question id, or without any after a breakpoint. */
  resume(answer?: Json): void {
    this.#goOn(answer === undefined ? {} : { answer })
  }

  /** Goes on from a breakpoint as far as the next step. */
  step(): void {
    this.#goOn({ step: true })
  }

  /** Sets fields of the state at the breakpoint where the run waits. Gives why nothing was set, if so. */
  edit(values: State): Promise<Problem | undefined> {
    return this.#live.edit(values)
  }

  /** Ends the run that waits: it will not go on. */
  giveUp(): Promise<void> {
    return this.#live.giveUp()
  }

  /** Another agent comes on screen: what runs is stopped, what waits can be gone on with elsewhere. */
  leave(): void {
    this.#asked = {}
    this.#live.leave()
  }

  /** Goes on with what waits for consent: a start, or something that is tried. */
  consent(): void {
    const { gate } = this.activity.getState()
    if (gate?.kind !== 'trust') return
    this.#parts.trust()
    this.#consent.give()
    this.#live.set({ status: 'idle' })
    if (gate.start !== undefined) this.#start(gate.start.input, gate.start.how)
  }

  /** Tries the start again that waits for keys. */
  retryGate(): void {
    const { gate } = this.activity.getState()
    if (gate?.kind === 'keysAgain') this.#goOn(gate.goOn)
    else if (gate?.start !== undefined) this.#start(gate.start.input, gate.start.how)
  }

  /** Forgets what stood in the way. */
  dismiss(): void {
    if (!this.#live.isRunning) this.#live.set({ status: 'idle' })
  }

  /** The agent's problems are mended: there is nothing left to refuse. */
  mended(): void {
    if (this.activity.getState().refused) this.dismiss()
  }

  /** Goes on with the run on screen, and no other. Keys of an earlier session are asked for first. */
  #goOn(how: GoOn): void {
    const { thread } = this.#live
    if (thread === undefined || !this.canGoOn) return
    const { keyring, fixedOutputs } = this.#parts
    const missing = findMissingKeys(withoutFixed(thread.needs, fixedOutputs()), keyring)
    if (missing.length > 0) this.#live.set({ status: 'idle', gate: { kind: 'keysAgain', goOn: how, missing } })
    else this.#live.goOn(how)
  }

  /** An agent that remembers goes on with its thread; every other run is a thread of its own. */
  #threadFor(config: AgentConfig): string {
    const current = remembersThreads(config) ? this.threads.currentId : undefined
    return current ?? crypto.randomUUID()
  }
}
