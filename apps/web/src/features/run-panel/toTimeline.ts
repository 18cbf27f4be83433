import type { RunState, StepExecution } from '@petal/core/model'

/** One execution as a bar: its place and width as parts of the whole, from 0 to 1. */
export interface TimelineRow {
  readonly execution: StepExecution
  readonly start: number
  readonly width: number
  readonly durationMs: number
  /** How deep inside sub-agents it ran. */
  readonly depth: number
  /** Whether other executions ran within it. */
  readonly isParent: boolean
}

export interface Timeline {
  readonly rows: readonly TimelineRow[]
  /** Length of the whole, in milliseconds; at least 1. */
  readonly totalMs: number
}

/** Lays the executions of a run out over its time. `now` (milliseconds since 1970) ends those that still run. */
export function toTimeline(run: RunState, now: number): Timeline {
  const ordered = nest(run.executions)
  const parents = new Set(run.executions.flatMap(({ path }) => path))
  const spans = ordered.map((execution) => {
    const startMs = Math.max(0, execution.startedAt - run.startedAt)
    const durationMs = execution.durationMs ?? (isOpen(run) ? Math.max(0, now - execution.startedAt) : 0)
    return { execution, startMs, durationMs }
  })
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
  return { rows, totalMs }
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

function isOpen(run: RunState): boolean {
  return run.status === 'running'
}
