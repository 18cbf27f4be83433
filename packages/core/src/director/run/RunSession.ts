import type { Checkpointer } from '../../checkpoint/Checkpointer.ts'
import { AgentError } from '../../errors/AgentError.ts'
import type { Problem } from '../../errors/Problem.ts'
import { addUsage } from '../../events/addUsage.ts'
import { placeWithin } from '../../events/placeWithin.ts'
import type { RunBreakpoint, RunEvent, RunQuestion } from '../../events/RunEvent.ts'
import { t } from '../../language/t.ts'
import type { Wording } from '../../language/Wording.ts'
import { word } from '../../language/word.ts'
import type { Usage } from '../../models/Message.ts'
import type { State } from '../../state/StateType.ts'
import type { AgentPlan, PlannedStep } from '../AgentPlan.ts'
import type { Breakpoints, FixedOutput, GivenAnswers, RunOrigin } from '../RunOptions.ts'
import type { RunServices } from '../resolveServices.ts'
import { createId } from './createId.ts'
import type { ExecutionSession, Unstamped } from './ExecutionSession.ts'
import { explainOrigin, explainSkips } from './explainSkips.ts'
import type { JournalRecord } from './Journal.ts'
import type { KnownOfStep } from './KnownOfStep.ts'
import type { ReachedPlace } from './ReachedPlace.ts'
import { RunResources } from './RunResources.ts'
import type { SessionInit } from './SessionInit.ts'
import { StepExecution } from './StepExecution.ts'
import { toOrigin } from './toOrigin.ts'

/** What happened in one superstep: steps that ran together. */
interface Superstep {
  readonly number: number
  readonly executions: StepExecution[]
}

/**
 * The account of one run: stamps its events, counts its executions, keeps the newest state. Final events (`end`,
 * `fail`, `cancel`, `pause`) close it; what late steps say afterwards is dropped.
 */
export class RunSession implements ExecutionSession {
  readonly runId = createId()
  readonly plan: AgentPlan
  readonly services: RunServices
  readonly threadId: string
  readonly checkpointer: Checkpointer
  readonly path: readonly string[]
  readonly key: string | undefined
  readonly agentId: string | undefined
  readonly resources: RunResources
  readonly breakpoints: Breakpoints
  readonly fixed: Readonly<Record<string, FixedOutput>>
  readonly recorded: Readonly<Record<string, FixedOutput>>
  readonly answers: GivenAnswers | undefined
  readonly #init: SessionInit
  readonly #startedAt = performance.now()
  readonly #iterations = new Map<string, number>()
  /** Exits by which each step left, in the order it did; `undefined` for leaving without naming one. */
  readonly #exits = new Map<string, Set<string | undefined>>()
  /** Steps that ran before the thread was paused: they are not skipped. */
  #ranBefore: ReadonlySet<string> = new Set()
  /** What executions left behind that waited for a person, by step id. */
  readonly #records = new Map<string, JournalRecord>()
  #seq = 0
  #ids = 0
  #closed = false
  #paused = false
  #superstep: Superstep = { number: Number.NEGATIVE_INFINITY, executions: [] }
  #stateDue = false
  #state: State = {}
  #usage: Usage | undefined
  #from: RunOrigin | undefined

  constructor(init: SessionInit) {
    this.#init = init
    this.plan = init.plan
    this.services = init.services
    this.threadId = init.threadId
    this.checkpointer = init.checkpointer
    this.breakpoints = init.breakpoints
    this.fixed = init.fixed ?? {}
    this.recorded = init.recorded ?? {}
    this.answers = init.answers
    this.path = init.inner?.path ?? []
    this.key = init.inner?.key
    this.agentId = init.inner?.agentId
    this.resources = init.inner?.resources ?? new RunResources()
  }

  /** The newest state that was shown. */
  get state(): State {
    return this.#state
  }

  /** True when it ended with a pause. */
  get isPaused(): boolean {
    return this.#paused
  }

  /** The steps of the newest superstep, waiting joins left out. */
  get lastSteps(): readonly string[] {
    return this.#superstep.executions.map(({ step }) => step.id)
  }

  placeOf({ id: stepId }: PlannedStep, iteration: number): string {
    return placeWithin(this.#init.inner?.place, { stepId, iteration, key: this.key })
  }

  /** An id unique in every run, for messages and executions. */
  readonly createId = (): string => {
    this.#ids += 1
    return `${this.runId}-${this.#ids}`
  }

  start(input: State, resumed: boolean, from?: RunOrigin): void {
    const { configHash, threadId } = this.#init
    this.#from = from
    const origin = from === undefined ? {} : { from: toOrigin(from) }
    this.emit({ type: 'run-start', configHash, input, threadId, ...(resumed ? { resumed } : {}), ...origin })
  }

  /** Emits the state that the run begins with, where that is not its input. */
  tellState(state: State): void {
    this.#state = state
    this.emit({ type: 'state', state })
  }

  /** Opens an execution. The first of a superstep brings the state that the one before led to. */
  open(step: PlannedStep, superstep: number, state: State, { ranBefore, summaries }: KnownOfStep = {}): StepExecution {
    if (superstep !== this.#superstep.number) {
      this.showState(state)
      this.#superstep = { number: superstep, executions: [] }
    }
    const record = this.#records.get(step.id)
    this.#records.delete(step.id)
    const iteration = record?.iteration ?? (ranBefore ?? this.#iterations.get(step.id) ?? 0) + 1
    this.#iterations.set(step.id, iteration)
    const execution = new StepExecution(this, step, { iteration, superstep, state, record, summaries })
    this.#superstep.executions.push(execution)
    return execution
  }

  /** Notes that a step ended; its state is shown when the superstep is over. */
  noteEnd(step: PlannedStep, exit: string | undefined): void {
    this.#stateDue = true
    const exits = this.#exits.get(step.id) ?? new Set()
    this.#exits.set(step.id, exits.add(exit))
  }

  noteUsage(usage: Usage | undefined): void {
    this.#usage = addUsage(this.#usage, usage)
    this.#init.inner?.noteUsage(usage)
  }

  /** Takes over what a thread had reached when it was paused. */
  goOn({ state, ran, records }: ReachedPlace): void {
    this.#state = state
    this.#ranBefore = new Set(ran)
    for (const [stepId, record] of records) this.#records.set(stepId, record)
  }

  /** Takes over the newest state without showing it: the superstep it belongs to may not be over. */
  adoptState(state: State): void {
    this.#state = state
  }

  /** Emits the state when a step ended since it was last shown. */
  showState(state: State): void {
    this.#state = state
    if (!this.#stateDue || this.#closed) return
    this.#stateDue = false
    this.emit({ type: 'state', state, ...this.#place() })
    if (!this.plan.agent.loggingConfig.includeState) return
    for (const execution of this.#superstep.executions) execution.log('INFO', t('State after the step'), state)
  }

  end(state: State): void {
    this.showState(state)
    this.#skip((id) => this.#explain(id))
    const usage = this.#usage === undefined ? {} : { usage: this.#usage }
    this.#close({ type: 'run-end', state, durationMs: this.#duration(), ...usage })
  }

  pause(questions: readonly RunQuestion[], breakpoint?: RunBreakpoint): void {
    for (const execution of this.#superstep.executions) execution.close()
    this.showState(this.#state)
    this.#paused = true
    this.#close({ type: 'run-pause', questions, ...(breakpoint === undefined ? {} : { breakpoint }) })
  }

  fail(problem: Problem): void {
    const name = this.plan.steps.find(({ id }) => id === problem.stepId)?.nodeName
    this.#stopOpen(
      name === undefined ? word('Stopped because the run failed') : word('Stopped because {name} failed', { name }),
    )
    this.#skip(() => (name === undefined ? t('Not run: the run failed') : t('Not run: {name} failed', { name })))
    this.#close({ type: 'run-error', problem, durationMs: this.#duration() })
  }

  cancel(): void {
    this.#stopOpen(word('Stopped'))
    this.#skip(() => t('Not run: the run was stopped'))
    this.#close({ type: 'run-cancel', durationMs: this.#duration() })
  }

  emit(event: Unstamped<RunEvent>): void {
    if (this.#closed) return
    const stamp = { runId: this.runId, seq: this.#seq, at: this.services.now() }
    this.#seq += 1
    this.#init.receive({ ...event, ...stamp })
  }

  /** The steps of the newest superstep that wrote a field, in step order. */
  writersOf(field: string): readonly PlannedStep[] {
    const { executions } = this.#superstep
    return executions.filter((execution) => execution.wrote(field)).map(({ step }) => step)
  }

  #close(event: Unstamped<RunEvent>): void {
    this.emit(event)
    this.#closed = true
  }

  #stopOpen(message: Wording): void {
    for (const execution of this.#superstep.executions) {
      if (execution.isOpen) execution.fail(new AgentError('run.stopped', message, { stepId: execution.step.id }))
    }
  }

  #skip(explain: (stepId: string) => string): void {
    for (const { id, nodeName } of this.plan.steps) {
      if (this.#iterations.has(id) || this.#ranBefore.has(id)) continue
      this.emit({ type: 'step-skip', stepId: id, nodeName, reason: explain(id), ...this.#place() })
    }
  }

  /** Events that no execution stamps say themselves which sub-agent they are about. */
  #place(): { readonly path?: readonly string[]; readonly key?: string } {
    if (this.path.length === 0) return {}
    return { path: this.path, ...(this.key === undefined ? {} : { key: this.key }) }
  }

  #explain(stepId: string): string {
    return explainSkips(this.plan, this.#exits, this.#from && explainOrigin(this.plan, this.#from))(stepId)
  }

  #duration(): number {
    return performance.now() - this.#startedAt
  }
}
