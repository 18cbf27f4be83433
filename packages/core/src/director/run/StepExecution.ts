import type { AgentError } from '../../errors/AgentError.ts'
import type { Problem } from '../../errors/Problem.ts'
import { addUsage } from '../../events/addUsage.ts'
import type { RunEvent, StepStamp } from '../../events/RunEvent.ts'
import type { Json } from '../../json/Json.ts'
import { normalizeJson } from '../../json/normalizeJson.ts'
import type { Usage } from '../../models/Message.ts'
import type { State } from '../../state/StateType.ts'
import type { LogLevel } from '../../step/StepContext.ts'
import type { PlannedStep } from '../AgentPlan.ts'
import { type Summaries, ThreadMemory } from '../memory/ThreadMemory.ts'
import type { FixedOutput } from '../RunOptions.ts'
import type { ExecutionSession } from './ExecutionSession.ts'
import { findFixedOutput } from './findFixedOutput.ts'
import { isLogged } from './isLogged.ts'
import { Journal, type JournalRecord } from './Journal.ts'

/** A step's event before it is stamped. */
export type UnstampedStep<Event> = Event extends StepStamp & RunEvent ? Omit<Event, keyof StepStamp> : never

/** How an execution begins. */
export interface ExecutionStart {
  readonly iteration: number
  readonly superstep: number
  readonly state: State
  readonly record?: JournalRecord | undefined
  /** The summaries that the thread holds. */
  readonly summaries?: Summaries | undefined
}

/** One execution of a step: stamps its events and sums its usage. Once closed it says nothing more. */
export class StepExecution {
  readonly step: PlannedStep
  readonly session: ExecutionSession
  readonly journal: Journal
  readonly memory: ThreadMemory
  readonly #stamp: Omit<StepStamp, 'runId' | 'seq' | 'at'>
  readonly #startedAt = performance.now()
  readonly #faultsWithin = new WeakSet<object>()
  #open = true
  #usage: Usage | undefined
  #update: State = {}

  /** @param record what an execution left behind that waited for a person: this one goes on in its place */
  constructor(session: ExecutionSession, step: PlannedStep, start: ExecutionStart) {
    const { iteration, superstep, state, record, summaries } = start
    this.session = session
    this.step = step
    this.journal = new Journal(record)
    this.memory = new ThreadMemory(summaries)
    const { id: stepId, nodeName } = step
    this.#stamp = {
      stepId,
      nodeName,
      executionId: record?.executionId ?? session.createId(),
      iteration,
      path: session.path,
      ...(session.key === undefined ? {} : { key: session.key }),
    }
    const of = session.agentId === undefined ? {} : { agentId: session.agentId }
    this.emit({ type: 'step-start', ...of, state, superstep, ...(this.journal.isEmpty ? {} : { resumed: true }) })
  }

  get id(): string {
    return this.#stamp.executionId
  }

  get iteration(): number {
    return this.#stamp.iteration
  }

  /** Which execution of the whole run it is, whatever its id. */
  get place(): string {
    return this.session.placeOf(this.step, this.iteration)
  }

  /** What is taken instead of running the step, if so. */
  get fixedOutput(): FixedOutput | undefined {
    return findFixedOutput(this.session, this.step, this.place)
  }

  get isOpen(): boolean {
    return this.#open
  }

  emit(event: UnstampedStep<RunEvent>): void {
    if (this.#open) this.session.emit({ ...this.#stamp, ...event })
  }

  /** Emits a log line that the agent's logging lets through, and hands it to the logger. */
  log(level: LogLevel, message: string, data?: Json): void {
    if (!isLogged(this.session.plan.agent.loggingConfig, level)) return
    const { id: stepId, nodeName } = this.step
    const line = { level, message, ...(data === undefined ? {} : { data: toLogData(data) }) }
    this.session.emit({ ...this.#stamp, type: 'step-log', ...line })
    this.session.services.logger?.({ ...line, stepId, nodeName })
  }

  noteUsage(usage: Usage | undefined): void {
    this.#usage = addUsage(this.#usage, usage)
    this.session.noteUsage(usage)
  }

  /** Notes what an agent that the step called failed with. */
  noteFaultWithin(fault: AgentError): void {
    this.#faultsWithin.add(fault)
  }

  /** True for such a fault, and for one that names it as its cause. */
  isFaultWithin(thrown: unknown): boolean {
    for (let fault = thrown; typeof fault === 'object' && fault !== null; fault = Reflect.get(fault, 'cause')) {
      if (this.#faultsWithin.has(fault)) return true
    }
    return false
  }

  wrote(field: string): boolean {
    return Object.hasOwn(this.#update, field)
  }

  /** @param problem what went wrong, when the step failed and its settings let the run go on */
  end(update: State, exit: string | undefined, problem?: Problem): void {
    if (!this.#open) return
    this.#update = update
    const usage = this.#usage === undefined ? {} : { usage: this.#usage }
    const left = exit === undefined ? {} : { exit }
    const handled = problem === undefined ? {} : { problem }
    const passed = this.step.disabled ? { disabled: true as const } : {}
    const fixed = this.fixedOutput === undefined ? {} : { fixed: true as const }
    const marks = { ...left, ...usage, ...handled, ...passed, ...fixed }
    this.emit({ type: 'step-end', update, durationMs: this.#duration(), ...marks })
    this.#open = false
    this.session.noteEnd(this.step, exit)
  }

  fail(error: AgentError): void {
    this.emit({ type: 'step-error', problem: error.toProblem(), durationMs: this.#duration() })
    this.#open = false
  }

  /** Ends it without an event: it waits for a person, or the run is over. */
  close(): void {
    this.#open = false
  }

  #duration(): number {
    return performance.now() - this.#startedAt
  }
}

/** A log line must never break a run: what JSON cannot hold is said instead of logged. */
function toLogData(data: unknown): Json {
  try {
    return normalizeJson(data, 'data')
  } catch (error) {
    return error instanceof Error ? error.message : 'not plain JSON'
  }
}
