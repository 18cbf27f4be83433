import type { Position } from '@petal/core/model'
import type { EdgeChange, NodeChange } from '@xyflow/react'
import type { Selection } from '../../editor/EditorState.ts'
import type { CanvasEdge, CanvasNode } from './toFlow.ts'

/** What a batch of React Flow's changes means for the editor. Sizes stay React Flow's own business. */
export interface FlowPlan {
  /** Where cards are while they are being dragged. */
  readonly moves: Readonly<Record<string, Position>>
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
  const moves: Record<string, Position> = {}
  let dropped = false
  for (const change of nodeChanges) {
    if (change.type !== 'position') continue
    if (change.position) moves[change.id] = [change.position.x, change.position.y]
    if (change.dragging === false) dropped = true
  }
  const stepIds = applySelection(selection.stepIds, nodeChanges)
  const edgeIds = applySelection(selection.edgeIds, edgeChanges)
  const same = stepIds === selection.stepIds && edgeIds === selection.edgeIds
  return { moves, dropped, selection: same ? undefined : { stepIds, edgeIds } }
}

type Change = { readonly type: string; readonly id?: string; readonly selected?: boolean }

function applySelection(ids: readonly string[], changes: readonly Change[]): readonly string[] {
  const next = new Set(ids)
  for (const { type, id, selected } of changes) {
    if (type !== 'select' || id === undefined) continue
    if (selected === true) next.add(id)
    else next.delete(id)
  }
  return next.size === ids.length && ids.every((id) => next.has(id)) ? ids : [...next]
}
