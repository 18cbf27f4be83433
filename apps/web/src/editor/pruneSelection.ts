import type { AgentDocument } from './AgentDocument.ts'
import type { Selection } from './EditorState.ts'
import { edgeId } from './edgeId.ts'
import { edgesOfAgent } from './selectors.ts'

/** The selection without what no longer exists; the same object when everything does. */
export function pruneSelection(selection: Selection, document: AgentDocument): Selection {
  const stepIds = selection.stepIds.filter((id) => document.layout[id])
  const edges = selection.edgeIds.length === 0 ? [] : edgesOfAgent(document.agent).map(edgeId)
  const edgeIds = selection.edgeIds.filter((id) => edges.includes(id))
  const same = stepIds.length === selection.stepIds.length && edgeIds.length === selection.edgeIds.length
  return same ? selection : { stepIds, edgeIds }
}
