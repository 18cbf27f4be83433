import type { EdgeConfig } from '@petal/core/model'
import type { EditorState } from '../../editor/EditorState.ts'
import { edgeId } from '../../editor/edgeId.ts'

/** The turn that a loop is in, once it went back. Nothing before: its wire has not been taken, and says its limit. */
export function selectTurn({ runs: { current: run } }: EditorState, loop: EdgeConfig): number | undefined {
  if (run === undefined || (run.status !== 'running' && run.status !== 'paused')) return undefined
  const id = edgeId(loop)
  return run.turns.find(({ edge }) => edgeId(edge) === id)?.turn
}
