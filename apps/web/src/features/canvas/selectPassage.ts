import type { EdgeConfig } from '@petal/core/model'
import type { EditorState } from '../../editor/EditorState.ts'

/** Whether the current run went along an edge, or is going along it now. */
export type Passage = 'none' | 'active' | 'taken'

export function selectPassage(state: EditorState, edge: EdgeConfig): Passage {
  const steps = state.runs.current?.steps
  if (!steps) return 'none'
  const source = steps[edge.from]
  const leftHere =
    edge.from === 'START' || (source?.status === 'ended' && (edge.exit === undefined || source.exit === edge.exit))
  if (!leftHere) return 'none'
  if (edge.to === 'END') return state.runs.current?.status === 'ended' ? 'taken' : 'none'
  const target = steps[edge.to]
  if (!target || target.status === 'skipped') return 'none'
  return target.status === 'running' ? 'active' : 'taken'
}
