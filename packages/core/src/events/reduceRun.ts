import type { Usage } from '../models/Message.ts'
import { addUsage } from './addUsage.ts'
import { findAsking } from './findAsking.ts'
import { foldExecution, startExecution } from './foldExecution.ts'
import { foldStep } from './foldStep.ts'
import { openRun } from './openRun.ts'
import { placeOf } from './placeOf.ts'
import type { RunEvent } from './RunEvent.ts'
import type { AnswerRecord, ExecutionStatus, LoopTurn, RunState, StepExecution, StepRun } from './RunState.ts'
import { workedBetween } from './workedBetween.ts'

type StepEvent = Extract<RunEvent, { readonly executionId: string }>

/**
 * Folds one event of a run into what is known about it. Pure: the same events give the same state, live or replayed,
 * and whatever an event does not touch keeps its identity.
 *
 * `run-start` begins a new state; with `resumed` it goes on with the previous one. An event of another run than
 * `previous`, or one that was seen before, is ignored. Throws a `TypeError` when the first event is not `run-start`.
 */
export function reduceRun(previous: RunState | undefined, event: RunEvent): RunState {
  if (event.type === 'run-start') return openRun(previous, event)
  if (previous === undefined) throw new TypeError(`A run begins with run-start, not with ${event.type}.`)
  if (event.runId !== previous.runId || event.seq <= previous.seq) return previous
  return { ...fold(previous, event), seq: event.seq }
}

function fold(run: RunState, event: Exclude<RunEvent, { readonly type: 'run-start' }>): RunState {
  switch (event.type) {
    case 'step-skip':
      return skipStep(run, event)
    case 'state':
      return foldState(run, event)
    case 'state-edit':
      return editState(run, event)
    case 'question-answer':
      return { ...run, answers: withAnswer(run.answers, toAnswer(run, event)) }
    case 'run-pause':
      return {
        ...close(run, 'waiting'),
        status: 'paused',
        durationMs: run.workedMs + Math.max(0, event.at - run.wentOnAt),
        questions: event.questions,
        ...(event.breakpoint === undefined ? {} : { breakpoint: event.breakpoint }),
      }
    case 'run-end':
      return {
        ...run,
        status: 'ended',
        state: event.state,
        durationMs: run.workedMs + event.durationMs,
        ...usageOf(run, event),
      }
    case 'run-error':
      return {
        ...close(run, 'stopped'),
        status: 'failed',
        durationMs: run.workedMs + event.durationMs,
        problems: withProblem(run, event),
      }
    case 'run-cancel':
      return { ...close(run, 'stopped'), status: 'cancelled', durationMs: cancelledAfter(run, event.durationMs) }
    case 'step-error':
      return foldStepEvent(event.path.length > 0 ? run : { ...run, problems: withProblem(run, event) }, event)
    case 'loop-turn':
      return foldStepEvent(event.path.length > 0 ? run : { ...run, turns: withTurn(run.turns, event) }, event)
    case 'step-start':
    case 'step-delta':
    case 'step-log':
    case 'step-progress':
    case 'model-start':
    case 'model-end':
    case 'tool-start':
    case 'tool-end':
    case 'step-retry':
    case 'step-end':
      return foldStepEvent(run, event)
    default:
      return event satisfies never
  }
}

/** A run that went on after a pause ends with the count of its last leg only: the calls know the rest. */
function usageOf(run: RunState, { usage: last }: Extract<RunEvent, { readonly type: 'run-end' }>) {
  const calls = run.begunAs === undefined ? [] : run.executions.flatMap((execution) => execution.calls)
  const usage = calls.reduce<Usage | undefined>((sum, call) => addUsage(sum, call.usage), undefined) ?? last
  return usage === undefined ? {} : { usage }
}

/** One that waits has its time already: it was given up while nothing was at work. */
function cancelledAfter({ status, workedMs, durationMs = 0 }: RunState, legMs: number): number {
  return status === 'paused' ? durationMs : workedMs + legMs
}

/** Only the step and the execution that the event names change. */
function foldStepEvent(run: RunState, told: StepEvent): RunState {
  const event =
    told.type === 'step-end' || told.type === 'step-error' ? { ...told, durationMs: workOf(run, told) } : told
  // The steps of a sub-agent have cards of their own: here only its executions are kept.
  const steps =
    event.path.length > 0 ? run.steps : { ...run.steps, [event.stepId]: foldStep(run.steps[event.stepId], event) }
  if (event.type === 'step-start') return { ...run, steps, executions: startExecution(run.executions, event) }
  const index = run.executions.findLastIndex((execution) => execution.executionId === event.executionId)
  const execution = run.executions[index]
  if (execution === undefined) return run
  return { ...run, steps, executions: run.executions.with(index, foldExecution(execution, event)) }
}

/** How long an execution was at work that ends: one that waited for a person has counted its last part only. */
function workOf(
  run: RunState,
  event: Extract<StepEvent, { readonly durationMs: number; readonly type: `step-${string}` }>,
) {
  const begun = run.executions.findLast(({ executionId }) => executionId === event.executionId)
  const waited = run.waits?.some(({ to }) => begun !== undefined && begun.startedAt < to) ?? false
  return begun === undefined || !waited ? event.durationMs : workedBetween(run.waits, begun.startedAt, event.at)
}

/** The turns of all loops, with that of one. */
function withTurn(turns: readonly LoopTurn[], event: Extract<RunEvent, { readonly type: 'loop-turn' }>) {
  const { edge, turn, executionId } = event
  const others = turns.filter(
    ({ edge: other }) => other.from !== edge.from || other.exit !== edge.exit || other.to !== edge.to,
  )
  return [...others, { edge, turn, executionId }]
}

function skipStep(run: RunState, event: Extract<RunEvent, { readonly type: 'step-skip' }>): RunState {
  const { stepId, nodeName, reason, path, key } = event
  if (path !== undefined) {
    const inner = { stepId, nodeName, reason, path, ...(key === undefined ? {} : { key }) }
    return { ...run, skipped: [...(run.skipped ?? []), inner] }
  }
  const step: StepRun = { stepId, nodeName, status: 'skipped', iteration: 0, attempt: 1, text: '', reason }
  return { ...run, steps: { ...run.steps, [stepId]: step } }
}

function foldState(run: RunState, event: Extract<RunEvent, { readonly type: 'state' }>): RunState {
  const { state, path, key } = event
  const executions = settle(run.executions, state, { path: path ?? [], key })
  return path === undefined ? { ...run, state, executions } : { ...run, executions }
}

function editState(run: RunState, event: Extract<RunEvent, { readonly type: 'state-edit' }>): RunState {
  const { at, state, stepIds, path, key } = event
  const edit = { at, after: run.executions.length, stateAfter: state, stepIds }
  const edits = run.edits ?? []
  if (path === undefined) return { ...run, state, edits: [...edits, { ...edit, stateBefore: run.state }] }
  const { breakpoint } = run
  const stateBefore = breakpoint?.state ?? {}
  const inner = { ...edit, stateBefore, path, ...(key === undefined ? {} : { key }) }
  return {
    ...run,
    edits: [...edits, inner],
    ...(breakpoint === undefined ? {} : { breakpoint: { ...breakpoint, state } }),
  }
}

function toAnswer(run: RunState, event: Extract<RunEvent, { readonly type: 'question-answer' }>): AnswerRecord {
  const { at, question, answer, count } = event
  const asking = findAsking(run, question)
  const where = asking === undefined ? {} : { stepId: asking.stepId, executionId: asking.executionId }
  const place = question.place ?? (asking && placeOfAsking(asking, run))
  const known = {
    questionId: question.id,
    ...(count === undefined ? {} : { count }),
    ...(place === undefined ? {} : { place }),
  }
  const { question: asked, stepId } = question
  return { at, after: run.executions.length, question: asked, answer, ...known, stepId, ...where }
}

/** The place of an execution that waits, unless it does so for others within it: then any of those may have asked. */
function placeOfAsking(asking: StepExecution, run: RunState): string | undefined {
  const isCaller = run.executions.some(({ status, path }) => status === 'waiting' && path.at(-1) === asking.executionId)
  return isCaller ? undefined : placeOf(asking, run)
}

/** All answers, with a new one: in place of one to the same question, that a run which broke off has never taken. */
function withAnswer(answers: readonly AnswerRecord[] = [], answer: AnswerRecord): readonly AnswerRecord[] {
  const { questionId, count } = answer
  if (count === undefined) return [...answers, answer]
  return [...answers.filter((known) => known.questionId !== questionId || known.count !== count), answer]
}

/** Gives the executions of one agent that ended since its last `state` event the state they led to. */
function settle(executions: readonly StepExecution[], state: RunState['state'], place: Place) {
  const settled = [...executions]
  for (let index = settled.length - 1; index >= 0; index -= 1) {
    const execution = settled[index]
    if (execution === undefined) break
    if (!isAt(execution, place)) continue
    if (execution.stateAfter !== undefined) break
    if (execution.status === 'ended') settled[index] = { ...execution, stateAfter: state }
  }
  return settled
}

/** Which agent of a run something is about. */
interface Place {
  readonly path: readonly string[]
  readonly key: string | undefined
}

function isAt(execution: StepExecution, { path, key }: Place): boolean {
  if (execution.key !== key) return false
  return execution.path.length === path.length && path.every((id, index) => execution.path[index] === id)
}

/** Whatever still runs, or waits for a person, gets the given status, because the run itself stopped. */
function close(run: RunState, status: ExecutionStatus): RunState {
  if (!run.executions.some(isOpen)) return run
  const closed = (entry: StepExecution) => (isOpen(entry) ? { ...entry, status } : entry)
  const steps = Object.entries(run.steps).map(([id, step]) => [id, isOpen(step) ? { ...step, status } : step])
  return { ...run, executions: run.executions.map(closed), steps: Object.fromEntries(steps) }
}

function isOpen(entry: StepExecution | StepRun): boolean {
  return entry.status === 'running' || entry.status === 'waiting'
}

function withProblem(run: RunState, event: Extract<RunEvent, { readonly type: 'run-error' | 'step-error' }>) {
  // A step that was stopped from outside did nothing wrong.
  if (event.problem.code === 'run.stopped') return run.problems
  const known = run.problems.some(({ code, stepId, message }) => {
    return code === event.problem.code && stepId === event.problem.stepId && message === event.problem.message
  })
  return known ? run.problems : [...run.problems, event.problem]
}
