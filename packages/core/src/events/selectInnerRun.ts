import { foldedStep } from './foldStep.ts'
import type { RunState, SkippedStep, StepExecution, StepRun } from './RunState.ts'

/** One run of an agent within a step. */
export interface InnerRun {
  /** The execution of the step that ran it. */
  readonly executionId: string
  /** Which of the agents that this execution runs: a map runs one per item. */
  readonly key?: string
}

/** An inner run as it can be chosen, newest last. */
export interface InnerRunEntry extends InnerRun {
  /** Which execution of the step it was, from 1. */
  readonly iteration: number
  readonly status: StepExecution['status']
}

export function isSameRun(a: InnerRun, b: InnerRun | undefined): boolean {
  return a.executionId === b?.executionId && a.key === b.key
}

const noRuns: readonly InnerRunEntry[] = []
const known = new WeakMap<RunState, Map<string, RunState | undefined>>()

/** The runs of other agents that the executions of one step made. */
export function listInnerRuns(run: RunState, stepId: string): readonly InnerRunEntry[] {
  const callers = run.executions.filter((execution) => execution.stepId === stepId && execution.path.length === 0)
  if (callers.length === 0) return noRuns
  return callers.flatMap(({ executionId, iteration, status }) =>
    keysWithin(run, executionId).map((key) => ({
      ...{ executionId, iteration, status },
      ...(key === undefined ? {} : { key }),
    })),
  )
}

/** The keys of the agents that an execution ran, in the order in which they began. */
function keysWithin({ executions }: RunState, executionId: string): readonly (string | undefined)[] {
  const own = executions.filter(({ path }) => path.length === 1 && path[0] === executionId)
  return [...new Set(own.map(({ key }) => key))]
}

/**
 * The run of an agent within a step as a run of its own, so that whatever shows a run can show it: its steps by their
 * ids, its executions with paths that begin in it, its state. Undefined when the run has no such execution. The same run
 * gives the same object, and a step that nothing happened to keeps its account.
 */
export function selectInnerRun(run: RunState, inner: InnerRun): RunState | undefined {
  const views = known.get(run) ?? new Map<string, RunState | undefined>()
  known.set(run, views)
  const name = JSON.stringify([inner.executionId, inner.key])
  if (!views.has(name)) views.set(name, viewInner(run, inner))
  return views.get(name)
}

function viewInner(run: RunState, { executionId, key }: InnerRun): RunState | undefined {
  const caller = run.executions.find((execution) => execution.executionId === executionId)
  if (caller === undefined) return undefined
  const executions = executionsWithin(run, { executionId, ...(key === undefined ? {} : { key }) })
  const own = executions.filter(({ path }) => path.length === 0)
  const skipped = (run.skipped ?? []).flatMap((step) =>
    step.path[0] === executionId && (step.path.length > 1 || step.key === key)
      ? [{ ...step, path: step.path.slice(1) }]
      : [],
  )
  const last = own.findLast(({ stateAfter }) => stateAfter !== undefined) ?? own.at(-1)
  const input = own[0]?.stateBefore ?? {}
  const { durationMs, usage, problem } = caller
  const { waits } = run
  return {
    runId: run.runId,
    configHash: run.configHash,
    status: statusOf(caller),
    input,
    startedAt: caller.startedAt,
    wentOnAt: caller.startedAt,
    workedMs: 0,
    ...(durationMs === undefined ? {} : { durationMs }),
    ...(waits === undefined ? {} : { waits }),
    seq: run.seq,
    steps: Object.fromEntries([...skipsOf(skipped), ...own.map((execution) => [execution.stepId, shortOf(execution)])]),
    executions,
    skipped,
    turns: [],
    state: last === undefined ? input : (last.stateAfter ?? { ...last.stateBefore, ...last.update }),
    questions: [],
    problems: problem === undefined ? [] : [problem],
    ...(usage === undefined ? {} : { usage }),
  }
}

/** The executions of one inner run, and all that ran within these. */
function executionsWithin({ executions }: RunState, { executionId, key }: InnerRun): readonly StepExecution[] {
  const own = new Set<string>()
  return executions.flatMap((execution) => {
    const [outermost, within] = execution.path
    if (outermost !== executionId) return []
    if (within !== undefined) return own.has(within) ? [stepInside(execution)] : []
    if (execution.key !== key) return []
    own.add(execution.executionId)
    return [stepInside(execution)]
  })
}

const inside = new WeakMap<StepExecution, StepExecution>()

/** The execution as its own agent's run sees it: one level less deep. */
function stepInside(execution: StepExecution): StepExecution {
  const before = inside.get(execution)
  if (before !== undefined) return before
  const view = { ...execution, path: execution.path.slice(1) }
  inside.set(execution, view)
  return view
}

const shorts = new WeakMap<StepExecution, StepRun>()

function shortOf(execution: StepExecution): StepRun {
  const before = shorts.get(execution)
  if (before !== undefined) return before
  const short = foldedStep(execution)
  shorts.set(execution, short)
  return short
}

function skipsOf(skipped: readonly SkippedStep[]): readonly (readonly [string, StepRun])[] {
  return skipped
    .filter(({ path }) => path.length === 0)
    .map(({ stepId, nodeName, reason }) => [
      stepId,
      { stepId, nodeName, status: 'skipped', iteration: 0, attempt: 1, text: '', reason },
    ])
}

function statusOf({ status }: StepExecution): RunState['status'] {
  switch (status) {
    case 'running':
      return 'running'
    case 'waiting':
      return 'paused'
    case 'ended':
      return 'ended'
    case 'failed':
      return 'failed'
    case 'stopped':
      return 'cancelled'
    default:
      return status satisfies never
  }
}
