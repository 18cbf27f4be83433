import { type MouseEvent, useMemo } from 'react'
import { useEditorInstance } from '../../editor/EditorContext.tsx'
import { selectSelection } from '../../editor/selectors.ts'
import { useCanvasUiStore } from './CanvasUi.tsx'
import type { CanvasEdge, CanvasNode } from './toFlow.ts'

/** What a right click was on. A card outside of the selection becomes the selection. */
export function useMenuTarget() {
  const ui = useCanvasUiStore()
  const { store, actions } = useEditorInstance()
  return useMemo(
    () => ({
      onNodeContextMenu: (_event: MouseEvent, node: CanvasNode) => {
        const isStep = node.type === 'step'
        ui.setState({ menu: { kind: isStep ? 'step' : 'canvas' } })
        if (isStep && !selectSelection(store.getState()).stepIds.includes(node.id))
          actions.select({ stepIds: [node.id] })
      },
      onEdgeContextMenu: (_event: MouseEvent, edge: CanvasEdge) => {
        ui.setState({ menu: { kind: 'edge', edgeId: edge.id } })
        actions.select({ edgeIds: [edge.id] })
      },
      onPaneContextMenu: () => ui.setState({ menu: { kind: 'canvas' } }),
      onSelectionContextMenu: () => ui.setState({ menu: { kind: 'step' } }),
    }),
    [ui, store, actions],
  )
}
