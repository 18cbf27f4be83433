import type { CanvasUi } from './CanvasUi.tsx'

/** How long the pointer may be on its way from a wire to its buttons, in milliseconds. */
const grace = 120
const leaving = new WeakMap<CanvasUi, ReturnType<typeof setTimeout>>()

/** The pointer is over a wire, or over what belongs to it. */
export function enterEdge(ui: CanvasUi, edgeId: string): void {
  clearTimeout(leaving.get(ui))
  ui.setState({ hoveredEdgeId: edgeId })
}

/** The pointer has left; it may come back in a moment. */
export function leaveEdge(ui: CanvasUi): void {
  clearTimeout(leaving.get(ui))
  leaving.set(
    ui,
    setTimeout(() => ui.setState({ hoveredEdgeId: undefined }), grace),
  )
}
