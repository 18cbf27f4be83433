import type { EdgeChange, NodeChange } from '@xyflow/react'
import type { Selection } from '../../editor/EditorState.ts'
import type { CanvasEdge } from './CanvasEdge.ts'
import { type NodePlaces, noteIdOf } from './noteNode.ts'
import type { CanvasNode } from './toFlow.ts'

/** What a batch of React Flow's changes means for the editor. Sizes stay React Flow's own business. */
export interface FlowPlan {
  /** Where cards are while they are being dragged, by their nodes' ids. */
  readonly moves: NodePlaces
  /** True when the pointer has let go of them. */
  readonly dropped: boolean
  /** The new selection, when it changes. */
  readonly selection: Selection | undefined
}

/** Reads a batch of changes against the selection it applies to. */
export function fromFlow(
  nodeChanges: readonly NodeChange<CanvasNode>[],
  edgeChanges: readonly EdgeChange<CanvasEdge>[],
  selection: Selection,
): FlowPlan {
  const moves: Record<string, NodePlaces[string]> = {}
  let dropped = false
  for (const change of nodeChanges) {
    if (change.type !== 'position') continue
    if (change.position) moves[change.id] = [change.position.x, change.position.y]
    if (change.dragging === false) dropped = true
  }
  const ofNotes = nodeChanges.filter((change) => 'id' in change && noteIdOf(change.id) !== undefined)
  const ofSteps = nodeChanges.filter((change) => !ofNotes.includes(change))
  const stepIds = applySelection(selection.stepIds, ofSteps)
  const edgeIds = applySelection(selection.edgeIds, edgeChanges)
  const noteIds = applySelection(selection.noteIds, ofNotes, noteIdOf)
  const same = stepIds === selection.stepIds && edgeIds === selection.edgeIds && noteIds === selection.noteIds
  return { moves, dropped, selection: same ? undefined : { stepIds, edgeIds, noteIds } }
}

type Change = { readonly type: string; readonly id?: string; readonly selected?: boolean }

function applySelection(
  ids: readonly string[],
  changes: readonly Change[],
  idOf: (nodeId: string) => string | undefined = (nodeId) => nodeId,
): readonly string[] {
  const next = new Set(ids)
  for (const { type, id: nodeId, selected } of changes) {
    const id = nodeId === undefined ? undefined : idOf(nodeId)
    if (type !== 'select' || id === undefined) continue
    if (selected === true) next.add(id)
    else next.delete(id)
  }
  return next.size === ids.length && ids.every((id) => next.has(id)) ? ids : [...next]
}
