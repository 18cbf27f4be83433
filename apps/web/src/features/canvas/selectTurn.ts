import type { EdgeConfig } from '@petal/core/model'
import type { EditorState } from '../../editor/EditorState.ts'
import { edgeId } from '../../editor/edgeId.ts'

/** The turn that a loop is in: 1 from its first step on. Nothing while nothing runs, or before the loop is entered. */
export function selectTurn({ runs: { current: run } }: EditorState, loop: EdgeConfig): number | undefined {
  if (run === undefined || (run.status !== 'running' && run.status !== 'paused')) return undefined
  const head = run.steps[loop.to]
  if (head === undefined || head.status === 'skipped') return undefined
  const id = edgeId(loop)
  return run.turns.find(({ edge }) => edgeId(edge) === id)?.turn ?? 1
}
