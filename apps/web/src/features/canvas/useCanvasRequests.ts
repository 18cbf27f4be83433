import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import { useEditor, useEditorInstance } from '../../editor/EditorContext.tsx'
import { selectSelection } from '../../editor/selectors.ts'
import { type CanvasUi, useCanvasUiStore } from './CanvasUi.tsx'
import { cardAnchor, cardWidth } from './cardGeometry.ts'
import { openingView } from './openingView.ts'
import type { CanvasEdge, CanvasNode } from './toFlow.ts'
import type { useTidy } from './useTidy.ts'

const glide = { duration: 220 }

/** Does what commands and other parts ask of the canvas: camera moves, tidying, opening the picker. */
export function useCanvasRequests(animate: ReturnType<typeof useTidy>): void {
  const request = useEditor((state) => state.session.canvasRequest)
  const flow = useReactFlow<CanvasNode, CanvasEdge>()
  const domStore = useStoreApi<CanvasNode, CanvasEdge>()
  const { store } = useEditorInstance()
  const ui = useCanvasUiStore()
  // What was asked before the canvas was there is answered by how it begins.
  const done = useRef(request)
  useEffect(() => {
    if (!request || request === done.current) return
    done.current = request
    const ids = request.stepIds ?? selectSelection(store.getState()).stepIds
    const nodes = ids.map((id) => ({ id }))
    const { width, height } = domStore.getState()
    switch (request.order) {
      case 'fit':
        void flow.fitView({ ...glide, maxZoom: 1, padding: 0.16 })
        break
      case 'show':
        if (nodes.length > 0)
          void flow.fitView({ ...glide, nodes, maxZoom: Math.max(flow.getZoom(), 0.75), padding: 0.4 })
        break
      case 'zoomIn':
        void flow.zoomIn(glide)
        break
      case 'zoomOut':
        void flow.zoomOut(glide)
        break
      case 'actualSize':
        void flow.zoomTo(1, glide)
        break
      case 'tidy':
        animate(request.stepIds)
        break
      case 'pick':
        openPicker(ui, flow, domStore.getState().domNode)
        break
      case 'wire':
        ui.setState({ keyboardSource: ids[0] })
        break
      case 'open':
        void flow.setViewport(openingView(flow.getNodes(), { width, height }))
        break
    }
  }, [request, flow, domStore, store, ui, animate])
}

/** Opens the picker in the middle of the canvas, for people who come by keyboard. */
function openPicker(
  ui: CanvasUi,
  { screenToFlowPosition }: ReturnType<typeof useReactFlow<CanvasNode, CanvasEdge>>,
  canvas: HTMLElement | null,
): void {
  const box = canvas?.getBoundingClientRect()
  if (!box) return
  const at = { x: box.left + box.width / 2, y: box.top + box.height / 3 }
  const place = screenToFlowPosition(at)
  ui.setState({ picker: { at, place: [place.x - cardWidth / 2, place.y - cardAnchor], beside: true } })
}
