import type { AgentDocument } from './AgentDocument.ts'
import type { Selection } from './EditorState.ts'
import { edgeId } from './edgeId.ts'
import { listNotes } from './notes.ts'
import { edgesOfAgent } from './selectors.ts'

/** The selection without what no longer exists; the same object when everything does. */
export function pruneSelection(selection: Selection, document: AgentDocument): Selection {
  const stepIds = selection.stepIds.filter((id) => document.layout[id])
  const edges = selection.edgeIds.length === 0 ? [] : edgesOfAgent(document.agent).map(edgeId)
  const edgeIds = selection.edgeIds.filter((id) => edges.includes(id))
  const notes = selection.noteIds.length === 0 ? [] : listNotes(document.agent)
  const noteIds = selection.noteIds.filter((id) => notes.some((note) => note.id === id))
  const pruned = { stepIds, edgeIds, noteIds }
  return countSelected(pruned) === countSelected(selection) ? selection : pruned
}

/** How many things are selected. */
export function countSelected({ stepIds, edgeIds, noteIds }: Selection): number {
  return stepIds.length + edgeIds.length + noteIds.length
}
