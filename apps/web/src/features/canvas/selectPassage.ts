import type { EdgeConfig, StepExecution, StepRun } from '@petal/core/model'
import type { EditorState } from '../../editor/EditorState.ts'
import { selectPausedAt, selectShownRun } from '../../editor/selectors.ts'

/** Whether the current run went along an edge, or is going along it now. */
export type Passage = 'none' | 'active' | 'taken'

/** What the edges need to know of all executions; worked out once for all of them. */
interface Journey {
  /** `a` and `a:yes`: the steps that were left, and by which exits. */
  readonly left: ReadonlySet<string>
  /** By step, the place of its newest execution among all, and of the one before. */
  readonly newest: ReadonlyMap<string, number>
  readonly before: ReadonlyMap<string, number>
}

const journeys = new WeakMap<readonly StepExecution[], Journey>()

export function selectPassage(state: EditorState, edge: EdgeConfig): Passage {
  const run = selectShownRun(state)
  if (!run) return 'none'
  const journey = journeyOf(run.executions)
  if (!hasLeft(journey, edge)) return 'none'
  if (edge.to === 'END') return run.status === 'ended' ? 'taken' : 'none'
  const target = run.steps[edge.to]
  if (standsBefore(state, edge)) return 'taken'
  if (!target || target.status === 'skipped') return 'none'
  const isActive = target.status === 'running' && cameLast(journey, edge) && leftHereLast(run.steps[edge.from], edge)
  return isActive ? 'active' : 'taken'
}

/** Where a run pauses before a step it has come along the way to it, though the step has not begun. */
function standsBefore(state: EditorState, { from, exit, to }: EdgeConfig): boolean {
  const breakpoint = selectPausedAt(state)
  if (breakpoint?.when !== 'before' || !breakpoint.stepIds.includes(to)) return false
  const source = selectShownRun(state)?.steps[from]
  return from === 'START' || exit === undefined || source?.exit === exit
}

function hasLeft({ left }: Journey, { from, exit }: EdgeConfig): boolean {
  return from === 'START' || left.has(exit === undefined ? from : `${from}:${exit}`)
}

/** In a loop a step has several ways in; this round came by a step that ran since the last round. */
function cameLast({ newest, before }: Journey, { from, to }: EdgeConfig): boolean {
  const lastRound = before.get(to) ?? -1
  return from === 'START' ? lastRound === -1 : (newest.get(from) ?? -1) > lastRound
}

function leftHereLast(source: StepRun | undefined, { exit }: EdgeConfig): boolean {
  return source?.status !== 'running' && (exit === undefined || source?.exit === exit)
}

function journeyOf(executions: readonly StepExecution[]): Journey {
  const known = journeys.get(executions)
  if (known) return known
  const left = new Set<string>()
  const newest = new Map<string, number>()
  const before = new Map<string, number>()
  for (const [index, { stepId, status, exit, path }] of executions.entries()) {
    if (path.length > 0) continue
    const earlier = newest.get(stepId)
    if (earlier !== undefined) before.set(stepId, earlier)
    newest.set(stepId, index)
    if (status !== 'ended') continue
    left.add(stepId)
    if (exit !== undefined) left.add(`${stepId}:${exit}`)
  }
  const journey = { left, newest, before }
  journeys.set(executions, journey)
  return journey
}
