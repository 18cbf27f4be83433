import type { EditorState } from '../EditorState.ts'
import { focusDocument } from '../focusDocument.ts'
import { noSelection } from '../noSelection.ts'
import { pruneSelection } from '../pruneSelection.ts'
import type { Trail } from '../trail.ts'

/** The same state with another agent opened in place. Each agent keeps what is selected in it. */
export function withTrail(state: EditorState, trail: Trail): EditorState {
  const { session, history } = state
  const before = session.trail.at(-1)?.agentId
  const next = trail.at(-1)?.agentId
  if (before === next) return { ...state, session: { ...session, trail } }
  const selections = { ...session.selections, [before ?? '']: session.selection }
  const selection = pruneSelection(selections[next ?? ''] ?? noSelection, focusDocument(history.present, next))
  return {
    ...state,
    session: { ...session, trail, selections, selection, suggestion: undefined, focusField: undefined },
  }
}
