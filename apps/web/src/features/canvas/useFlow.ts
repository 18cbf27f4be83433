import type { EdgeChange, NodeChange } from '@xyflow/react'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useEditor, useEditorInstance } from '../../editor/EditorContext.tsx'
import { selectDocument, selectSelection } from '../../editor/selectors.ts'
import type { CanvasEdge } from './CanvasEdge.ts'
import { useCanvasUi, useCanvasUiStore } from './CanvasUi.tsx'
import { fromFlow } from './fromFlow.ts'
import { type NodePlaces, toCardPlaces } from './noteNode.ts'
import { type CanvasNode, createProjector, type Flow } from './toFlow.ts'

/**
 * The document as React Flow draws it. While cards are dragged their places live here, so that a move costs what it
 * costs in a bare React Flow; letting go makes one history entry.
 */
export function useFlow() {
  const { store, actions, facts } = useEditorInstance()
  const ui = useCanvasUiStore()
  const [moving, setMoving] = useState<NodePlaces>()
  const projector = useMemo(() => createProjector(facts), [facts])
  const groups = useCanvasUi((state) => state.groups)
  // The same flow while it looks the same: the canvas is not drawn anew for what is typed into a step.
  const flow = useEditor((state) => {
    const [document, selection] = [selectDocument(state), selectSelection(state)]
    const cards = projector.project(document, selection, state.session.registryRevision)
    return groups?.project(cards, document.agent, selection) ?? cards
  })
  const nodes = useMemo(() => {
    if (!moving) return flow.nodes
    const moved = withMoves(flow, moving)
    return groups?.follow(moved, moving) ?? moved
  }, [flow, moving, groups])
  const latest = useRef<NodePlaces>({})

  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      const plan = fromFlow(groups?.toChanges(changes) ?? changes, [], selectSelection(store.getState()))
      if (plan.selection) actions.select(plan.selection)
      const moves = Object.keys(plan.moves).length > 0
      if (moves) latest.current = { ...latest.current, ...(groups?.toMoves(plan.moves) ?? plan.moves) }
      if (!moves && !plan.dropped) return
      const places = ui.getState().snap?.(latest.current, plan.dropped) ?? latest.current
      if (plan.dropped) {
        actions.moveCards(toCardPlaces(places))
        latest.current = {}
        setMoving(undefined)
      } else setMoving(places)
    },
    [store, actions, ui, groups],
  )
  const onEdgesChange = useCallback(
    (changes: EdgeChange<CanvasEdge>[]) => {
      const plan = fromFlow([], changes, selectSelection(store.getState()))
      if (plan.selection) actions.select(plan.selection)
    },
    [store, actions],
  )
  return { flow, nodes, onNodesChange, onEdgesChange, setMoving }
}

function withMoves(flow: Flow, moving: NodePlaces): CanvasNode[] {
  return flow.nodes.map((node) => {
    const place = moving[node.id]
    return place ? { ...node, position: { x: place[0], y: place[1] }, dragging: true } : node
  })
}
