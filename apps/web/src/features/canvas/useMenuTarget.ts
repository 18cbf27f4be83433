import { type MouseEvent, useMemo } from 'react'
import { useEditorInstance } from '../../editor/EditorContext.tsx'
import { selectSelection } from '../../editor/selectors.ts'
import type { CanvasEdge } from './CanvasEdge.ts'
import { type MenuTarget, useCanvasUiStore } from './CanvasUi.tsx'
import type { CanvasNode } from './toFlow.ts'

/** Asks for the menu of what was right-clicked. A card outside of the selection becomes the selection. */
export function useMenuTarget() {
  const ui = useCanvasUiStore()
  const { store, actions } = useEditorInstance()
  return useMemo(() => {
    const ask = (event: MouseEvent | globalThis.MouseEvent, target: MenuTarget) => {
      event.preventDefault()
      ui.setState({ menu: { target, at: { x: event.clientX, y: event.clientY } } })
    }
    return {
      onNodeContextMenu: (event: MouseEvent, node: CanvasNode) => {
        if (node.type === 'note') {
          const { id } = node.data.note
          if (!selectSelection(store.getState()).noteIds.includes(id)) actions.select({ noteIds: [id] })
          ask(event, { kind: 'note', noteId: id })
          return
        }
        const isStep = node.type === 'step'
        if (isStep && !selectSelection(store.getState()).stepIds.includes(node.id))
          actions.select({ stepIds: [node.id] })
        ask(event, { kind: isStep ? 'step' : 'canvas' })
      },
      onEdgeContextMenu: (event: MouseEvent, edge: CanvasEdge) => {
        actions.select({ edgeIds: [edge.id] })
        ask(event, { kind: 'edge', edgeId: edge.id })
      },
      onPaneContextMenu: (event: MouseEvent | globalThis.MouseEvent) => ask(event, { kind: 'canvas' }),
      onSelectionContextMenu: (event: MouseEvent) => ask(event, { kind: 'step' }),
    }
  }, [ui, store, actions])
}
