import type { Problem, RunEvent, State } from '@petal/core/model'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { forgetThread } from './forgetThread.ts'
import type { GoOn } from './GoOn.ts'
import { listStops } from './listStops.ts'
import { noteTurn } from './noteTurn.ts'
import type { RunActivity } from './RunActivity.ts'
import type { RunControllerParts } from './RunControllerParts.ts'
import type { RunHandle } from './Runner.ts'
import type { RunThread, StrandedRun } from './RunThread.ts'
import { remembersThreads } from './remembersThreads.ts'
import { claimThreadLock } from './threadLock.ts'
import { usedElsewhere } from './usedElsewhere.ts'

/** The run under way, and the thread at hand to go on with. One at a time. */
export class LiveRun {
  readonly activity: StoreApi<RunActivity> = createStore<RunActivity>(() => ({ status: 'idle' }))
  readonly #parts: RunControllerParts
  #handle: RunHandle | undefined
  #thread: RunThread | undefined
  #stranded: StrandedRun | undefined
  /** Why the thread at hand, which waits, would not survive a reload. */
  #unkept: Problem | undefined
  /** Set while a run waits for its thread to belong to this tab alone; another one each time. */
  #start: symbol | undefined

  /** Whether fields of the thread at hand are being set: nothing goes on meanwhile. */
  #isEditing = false

  constructor(parts: RunControllerParts) {
    this.#parts = parts
  }

  get isRunning(): boolean {
    return this.#handle !== undefined || this.#start !== undefined || this.#isEditing
  }

  /** The thread at hand: under way, or waiting to be gone on with. */
  get thread(): RunThread | undefined {
    return this.#thread
  }

  /**
   * Begins a run of a thread, once it belongs to this tab alone. False when another tab has it, which `activity` tells,
   * or when the run was stopped before it began.
   */
  async begin(thread: Omit<RunThread, 'release'>, input: State, how: GoOn = {}): Promise<boolean> {
    const start = Symbol(thread.id)
    this.#start = start
    this.set({ status: 'running' })
    const release = this.#handOver(thread.id) ?? (await claimThreadLock(thread.id))
    if (this.#start !== start) {
      release?.()
      return false
    }
    this.#start = undefined
    if (release === undefined) {
      this.set({ status: 'idle', problems: [usedElsewhere] })
      return false
    }
    const own = { ...thread, release }
    this.take(own)
    this.#run(own, input, how)
    return true
  }

  /** Goes on with the thread at hand, which waits. */
  goOn(how: GoOn): void {
    if (this.#thread !== undefined) this.#run(this.#thread, null, how)
  }

  /**
   * Sets fields of the thread at hand, which waits at a breakpoint, and tells of it as part of its run. Gives why nothing
   * was set, if so.
   */
  async edit(values: State): Promise<Problem | undefined> {
    const { runner, currentRun, receive } = this.#parts
    const [thread, run] = [this.#thread, currentRun()]
    if (this.isRunning || thread === undefined || run?.threadId !== thread.id) return usedElsewhere
    this.#markEditing(true)
    const result = await runner.edit(thread.agent, thread.id, values)
    this.#markEditing(false)
    if (!result.ok) return result.problem
    const edited: RunEvent = { type: 'state-edit', runId: run.runId, seq: run.seq + 1, at: Date.now(), ...result.edit }
    thread.recorder.add([edited])
    // Another run may have come on screen meanwhile.
    if (currentRun()?.runId === run.runId) receive([edited])
    return undefined
  }

  /** Ends the run that waits, when it is the one on screen: it will not go on. */
  async giveUp(): Promise<void> {
    const { currentRun, receive, archive } = this.#parts
    const [thread, run] = [this.#thread, currentRun()]
    if (this.isRunning || thread === undefined || run?.status !== 'paused' || run.threadId !== thread.id) return
    const at = Date.now()
    const stamp = { runId: run.runId, seq: run.seq + 1, at, durationMs: Math.max(0, at - run.startedAt) }
    const cancelled: RunEvent = { ...stamp, type: 'run-cancel' }
    thread.recorder.add([cancelled])
    receive([cancelled])
    this.set({ status: 'idle' })
    await thread.recorder.close()
    await archive.refresh()
    await forgetThread(this.#parts, thread.id)
    // Another tab must not begin with what is still being forgotten.
    if (this.#thread === thread) this.#handOver(thread.id)?.()
  }

  /** Makes a thread the one to go on with; the one before it is left to other tabs. */
  take(thread: RunThread): void {
    if (this.#thread !== thread) this.#thread?.release()
    this.#thread = thread
    this.#stranded = undefined
    this.#unkept = undefined
  }

  /** A run is on screen that cannot go on here: nothing else may go on in its place. */
  strand(stranded: StrandedRun): void {
    this.leave()
    this.#stranded = stranded
    this.set({ status: 'idle' })
  }

  /** Cancels requests under way; what came so far stays. */
  stop(): void {
    if (this.#start !== undefined) {
      this.#start = undefined
      this.set({ status: 'idle' })
    }
    if (this.#handle === undefined) return
    this.set({ status: 'stopping' })
    this.#handle.stop()
  }

  /** Lets go of the thread at hand; what runs is stopped first. */
  leave(): void {
    this.stop()
    if (this.#handle !== undefined) return
    this.#stranded = undefined
    this.#unkept = undefined
    this.set({ status: 'idle' })
    this.#thread?.release()
    this.#thread = undefined
  }

  /** Puts away a thread that waits at hand. Other tabs are kept from it until what this gives is called. */
  setAside(threadId: string): (() => void) | undefined {
    if (this.isRunning) return undefined
    const release = this.#handOver(threadId)
    if (release === undefined) return undefined
    this.#unkept = undefined
    this.set({ status: 'idle' })
    return release
  }

  /** Says how things stand. What is said of the run that waits stays said until another is at hand, or it goes on. */
  set(activity: Omit<RunActivity, 'stranded' | 'unkept' | 'editing'>): void {
    const [stranded, unkept] = [this.#stranded, this.#unkept]
    const lasting = {
      ...(stranded === undefined ? {} : { stranded }),
      ...(unkept === undefined ? {} : { unkept }),
      ...(this.#isEditing ? { editing: true as const } : {}),
    }
    this.activity.setState({ ...activity, ...lasting }, true)
  }

  #markEditing(isEditing: boolean): void {
    this.#isEditing = isEditing
    const { editing: _, ...activity } = this.activity.getState()
    this.set(activity)
  }

  /** The hold that this tab has on a thread; whoever asks lets go of it from now on. */
  #handOver(threadId: string): (() => void) | undefined {
    if (this.#thread?.id !== threadId) return undefined
    const { release } = this.#thread
    this.#thread = undefined
    return release
  }

  #run(thread: RunThread, input: State | null, { answer, step, until, from }: GoOn = {}): void {
    const { runner, keyring, breakpoints, fixedOutputs, receive } = this.#parts
    const { id } = this.#parts.identity()
    const keys = keyring.supply(thread.needs)
    const options = {
      threadId: thread.id,
      keys,
      breakpoints: listStops(thread.agent, step === true ? 'all' : breakpoints(), until),
      fixed: fixedOutputs(),
      ...(from === undefined ? {} : { from }),
      ...(answer === undefined ? {} : { resume: answer }),
    }
    this.#unkept = undefined
    this.set({ status: 'running' })
    this.#handle = runner.start(thread.agent, input, options, (events) => {
      thread.recorder.add(events)
      if (this.#parts.identity().id === id) receive(events)
    })
    this.#handle.done.then(async ({ problem, unkept }) => {
      this.#handle = undefined
      const isPaused = thread.recorder.status === 'paused'
      if (isPaused) this.#unkept = unkept
      this.set({ status: 'idle', ...(problem === undefined ? {} : { problems: [problem] }) })
      const run = this.#parts.currentRun()
      const remembered = run?.threadId === thread.id && remembersThreads(thread.agent)
      await thread.recorder.close()
      await this.#parts.archive.refresh()
      if (remembered) await noteTurn(this.#parts, thread.id, run.state)
      // It may have been gone on with meanwhile: then it is not over.
      if (!isPaused && this.#thread === thread) this.#handOver(thread.id)?.()
    })
  }
}
