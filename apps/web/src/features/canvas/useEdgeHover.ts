import { type MouseEvent, useMemo } from 'react'
import type { CanvasEdge } from './CanvasEdge.ts'
import { useCanvasUiStore } from './CanvasUi.tsx'
import { enterEdge, leaveEdge } from './hoverEdge.ts'

/** Notices which wire the pointer is over: the whole of it, with the ends that can be taken hold of. */
export function useEdgeHover() {
  const ui = useCanvasUiStore()
  return useMemo(
    () => ({
      onEdgeMouseEnter: (_event: MouseEvent, edge: CanvasEdge) => enterEdge(ui, edge.id),
      onEdgeMouseLeave: () => leaveEdge(ui),
    }),
    [ui],
  )
}
