import type { EdgeConfig, StepExecution } from '@petal/core/model'
import type { EditorState } from '../../editor/EditorState.ts'

/** Whether the current run went along an edge, or is going along it now. */
export type Passage = 'none' | 'active' | 'taken'

const exitsOf = new WeakMap<readonly StepExecution[], ReadonlySet<string>>()

export function selectPassage(state: EditorState, edge: EdgeConfig): Passage {
  const run = state.runs.current
  if (!run || !hasLeft(run.executions, edge)) return 'none'
  if (edge.to === 'END') return run.status === 'ended' ? 'taken' : 'none'
  const target = run.steps[edge.to]
  if (!target || target.status === 'skipped') return 'none'
  const newest = run.steps[edge.from]
  const leftHereLast = edge.exit === undefined || newest?.exit === edge.exit
  return target.status === 'running' && newest?.status !== 'running' && leftHereLast ? 'active' : 'taken'
}

/** True when some execution of the step left by this edge's exit. */
function hasLeft(executions: readonly StepExecution[], { from, exit }: EdgeConfig): boolean {
  return from === 'START' || exitsTaken(executions).has(exit === undefined ? from : `${from}:${exit}`)
}

/** By which exits steps were left so far; worked out once for all edges. */
function exitsTaken(executions: readonly StepExecution[]): ReadonlySet<string> {
  const known = exitsOf.get(executions)
  if (known) return known
  const taken = new Set<string>()
  for (const { stepId, status, exit } of executions) {
    if (status !== 'ended') continue
    taken.add(stepId)
    if (exit !== undefined) taken.add(`${stepId}:${exit}`)
  }
  exitsOf.set(executions, taken)
  return taken
}
