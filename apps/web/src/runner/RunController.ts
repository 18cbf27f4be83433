import type { McpListing } from '@petal/core/mcp'
import {
  type AgentConfig,
  type Breakpoints,
  type DocumentSearch,
  type Json,
  type JsonObject,
  type KeyRequirement,
  type LLMConfig,
  listRequirements,
  type PlanResult,
  type Problem,
  type RunEvent,
  type RunState,
  type State,
  type StepHost,
  type StepRegistry,
} from '@petal/core/model'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { RunStore } from '../storage/createRunStore.ts'
import type { KeyNeed, Keyring } from '../storage/Keyring.ts'
import { createRunRecorder, type RecordedAgent, type RunRecorder } from './createRunRecorder.ts'
import { findMissingKeys, type MissingKey, toHostNeeds, toKeyNeed } from './keyNeeds.ts'
import type { RunArchive } from './RunArchive.ts'
import type { RunInput } from './RunInput.ts'
import type { ModelCheckResult, RunHandle, Runner, SearchHandle, ToolListResult } from './Runner.ts'
import { holdThreadLock } from './threadLock.ts'
import { readTrial, type ToolTrial, toTrialAgent, untrusted } from './toolTrial.ts'

/** What a start waits for: the person's consent, or keys. */
export type RunGate =
  | { readonly kind: 'trust'; readonly input: State }
  | { readonly kind: 'keys'; readonly input: State; readonly missing: readonly MissingKey[] }

/** What the Run button and the panel need to know beside the run's own state. */
export interface RunActivity {
  readonly status: 'idle' | 'running' | 'stopping'
  readonly gate?: RunGate
  /** The agent has problems that keep it from running: which they are now, its plan says. */
  readonly refused?: true
  /** Why the last start came to nothing otherwise: it may not run here, or a fault before the first step. */
  readonly problems?: readonly Problem[]
}

/** What the controller works with. */
export interface RunControllerParts {
  readonly runner: Runner
  readonly registry: StepRegistry
  readonly keyring: Keyring
  readonly runs: RunStore
  readonly archive: RunArchive
  readonly input: RunInput
  /** The agent on screen. */
  agent(): AgentConfig
  /** The library's entry for it. */
  identity(): RecordedAgent
  plan(agent: AgentConfig): PlanResult
  /** The run on screen. */
  currentRun(): RunState | undefined
  /** Why the agent on screen may only be looked at, or undefined. */
  readOnly(): string | undefined
  isTrusted(): boolean
  trust(): void
  breakpoints(): Breakpoints
  receive(events: readonly RunEvent[]): void
}

interface Thread {
  readonly id: string
  readonly agent: AgentConfig
  readonly recorder: RunRecorder
  readonly needs: readonly KeyNeed[]
  /** Lets other tabs know that this run is over. */
  release(): void
}

/** Starts and stops runs of the agent on screen. One at a time. */
export class RunController {
  /** What a person has prepared for the next run. */
  readonly input: RunInput
  /** Earlier runs of the agent on screen. */
  readonly archive: RunArchive
  readonly activity: StoreApi<RunActivity> = createStore<RunActivity>(() => ({ status: 'idle' }))
  readonly #parts: RunControllerParts
  #handle: RunHandle | undefined
  #thread: Thread | undefined

  constructor(parts: RunControllerParts) {
    this.#parts = parts
    this.input = parts.input
    this.archive = parts.archive
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
    const recorder = createRunRecorder(this.#parts.runs, this.#parts.identity())
    const needs = this.#listNeeds(config)
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

  /** Goes on with the paused run: with an answer, or without one after a breakpoint. */
  resume(answer?: Json): void {
    if (this.#handle === undefined && this.#thread !== undefined) this.#run(this.#thread, null, answer)
  }

  /** Sends a model one tiny request, with its key if there is one. */
  checkModel(llm: LLMConfig): Promise<ModelCheckResult> {
    const need = toKeyNeed(llm)
    return this.#parts.runner.checkModel(llm, need === undefined ? [] : this.#parts.keyring.supply([need]))
  }

  /**
   * Searches in documents as a run would, with the keys of the servers it asks.
   *
   * @param hosts those servers
   */
  search(
    search: DocumentSearch,
    question: string,
    hosts: readonly StepHost[],
    onProgress: (done: number, total: number) => void,
  ): SearchHandle {
    const keys = this.#parts.keyring.supply(toHostNeeds(hosts))
    return this.#parts.runner.search({ search, question, keys }, onProgress)
  }

  /** Asks an MCP server for its tools, with the key that was saved for its host. */
  listTools(server: McpListing['server'], host: string): Promise<ToolListResult> {
    const need = { keyRef: server.keyRef, host }
    return this.#parts.runner.listTools(server, this.#parts.keyring.supply([need]))
  }

  /** Makes one call of a tool, beside the run on screen. An agent from outside has to be agreed to first. */
  async tryTool(name: string, args: JsonObject): Promise<ToolTrial> {
    const { agent, isTrusted, keyring, runner } = this.#parts
    if (!isTrusted()) return { problem: untrusted }
    const trial = toTrialAgent(agent(), name, args)
    const options = { threadId: crypto.randomUUID(), keys: keyring.supply(this.#listNeeds(trial)) }
    const events: RunEvent[] = []
    const { problem } = await runner.start(trial, {}, options, (more) => events.push(...more)).done
    return problem === undefined ? readTrial(events) : { problem }
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
    if (gate !== undefined) this.start(gate.input)
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
    const { keyring, isTrusted } = this.#parts
    const refusal = this.#findRefusal(config)
    if (refusal !== undefined) return refusal
    if (!isTrusted()) return { gate: { kind: 'trust', input } }
    const missing = findMissingKeys(this.#listNeeds(config), keyring)
    return missing.length === 0 ? undefined : { gate: { kind: 'keys', input, missing } }
  }

  /** An agent that remembers goes on with the thread on screen; every other run is a thread of its own. */
  #threadFor({ checkpointer }: AgentConfig): string {
    const onScreen = this.#parts.currentRun()?.threadId
    const goesOn = checkpointer?.enabled === true && onScreen !== undefined && onScreen === this.#thread?.id
    return goesOn ? onScreen : crypto.randomUUID()
  }

  #listNeeds(config: AgentConfig): readonly KeyRequirement[] {
    const result = this.#parts.plan(config)
    return result.ok ? listRequirements(result.plan, this.#parts.registry).keys : []
  }

  #run(thread: Thread, input: State | null, resume?: Json): void {
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
    this.#handle.done.then(async ({ problem }) => {
      this.#handle = undefined
      this.#set({ status: 'idle', ...(problem === undefined ? {} : { problems: [problem] }) })
      await thread.recorder.close()
      await this.archive.refresh()
      if (thread.recorder.status !== 'paused') thread.release()
    })
  }

  #set(activity: RunActivity): void {
    this.activity.setState(activity, true)
  }
}
