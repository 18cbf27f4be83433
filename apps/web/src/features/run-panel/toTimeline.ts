import { type RunState, type StepExecution, workedBetween } from '@petal/core/model'

/** One execution as a bar: its place and width as parts of the whole, from 0 to 1. */
export interface TimelineRow {
  readonly execution: StepExecution
  readonly start: number
  readonly width: number
  /** How long it was at work: what the run waited for a person meanwhile does not count. */
  readonly durationMs: number
  /** How deep inside sub-agents it ran. */
  readonly depth: number
  /** Whether other executions ran within it. */
  readonly isParent: boolean
}

/** A time in which nothing was at work. It takes no room among the bars: `at` is its place among them, from 0 to 1. */
export interface TimelineWait {
  readonly at: number
  readonly durationMs: number
}

export interface Timeline {
  readonly rows: readonly TimelineRow[]
  readonly waits: readonly TimelineWait[]
  /** How long the whole was at work, in milliseconds; at least 1. */
  readonly totalMs: number
}

/** Lays the executions of a run out over its time of work. `now` (milliseconds since 1970) ends those that still run. */
export function toTimeline(run: RunState, now: number): Timeline {
  const ordered = nest(run.executions)
  const parents = new Set(run.executions.flatMap(({ path }) => path))
  const spans = ordered.map((execution) => ({ execution, ...spanOf(execution, run, now) }))
  const ends = spans.map(({ startMs, durationMs }) => startMs + durationMs)
  const totalMs = Math.max(1, run.durationMs ?? 0, ...ends)
  const rows = spans.map(({ execution, startMs, durationMs }) => ({
    execution,
    start: startMs / totalMs,
    width: durationMs / totalMs,
    durationMs,
    depth: execution.path.length,
    isParent: parents.has(execution.executionId),
  }))
  const waits = (run.waits ?? []).map(({ from, to }) => ({
    at: Math.min(1, workedAt(run, from) / totalMs),
    durationMs: Math.max(0, to - from),
  }))
  return { rows, waits, totalMs }
}

/** When an execution began and how long it was at work, in milliseconds of the run's work. */
function spanOf({ startedAt, durationMs }: StepExecution, run: RunState, now: number) {
  const startMs = workedAt(run, startedAt)
  return { startMs, durationMs: durationMs ?? Math.max(0, endOf(run, now, startMs) - startMs) }
}

/** The end of what has not ended by itself. */
function endOf(run: RunState, now: number, startMs: number): number {
  return run.status === 'running' ? workedAt(run, now) : (run.durationMs ?? startMs)
}

/** How long the run had been at work at a time. */
function workedAt({ startedAt, waits }: RunState, at: number): number {
  return workedBetween(waits, startedAt, at)
}

/** Executions in the order they started, each followed by those that ran within it. */
function nest(executions: readonly StepExecution[]): readonly StepExecution[] {
  const byParent = new Map<string, StepExecution[]>()
  for (const execution of executions) {
    const parent = execution.path.at(-1) ?? ''
    const list = byParent.get(parent)
    if (list === undefined) byParent.set(parent, [execution])
    else list.push(execution)
  }
  const withInner = (execution: StepExecution): readonly StepExecution[] => [
    execution,
    ...(byParent.get(execution.executionId) ?? []).flatMap(withInner),
  ]
  return (byParent.get('') ?? []).flatMap(withInner)
}
