import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useCallback, useEffect, useRef } from 'react'
import { cardAnchor, cardWidth } from '../../editor/cardSize.ts'
import type { Editor } from '../../editor/createEditor.ts'
import { useEditor, useEditorInstance } from '../../editor/EditorContext.tsx'
import type { CanvasRequest } from '../../editor/EditorState.ts'
import { selectDocument, selectSelection } from '../../editor/selectors.ts'
import { boundsToShow } from './boundsToShow.ts'
import type { Size } from './Camera.ts'
import { type CanvasUi, useCanvasUiStore } from './CanvasUi.tsx'
import { flowBounds } from './flowShapes.ts'
import type { ZoomOrder } from './nextZoom.ts'
import { fittingView, openingView } from './openingView.ts'
import { placeOnEdge } from './placeOnEdge.ts'
import { revealingView } from './revealingView.ts'
import type { CanvasNode, Flow } from './toFlow.ts'
import { useZoomSteps } from './useZoomSteps.ts'

/** How the camera moves: at once for whom motion is too much. */
const glide = {
  get duration() {
    return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 220
  },
}
type Camera = ReturnType<typeof useReactFlow>

/**
 * Does what commands and other parts ask of the canvas: camera moves, tidying, opening the pickers. Gives whether the
 * camera is on its way to what was asked for.
 */
export function useCanvasRequests(flow: Flow, tidy: (stepIds?: readonly string[]) => void): () => boolean {
  const request = useEditor((state) => state.session.canvasRequest)
  const camera = useReactFlow()
  const view = useStoreApi()
  const editor = useEditorInstance()
  const { store } = editor
  const ui = useCanvasUiStore()
  const latest = useRef({ flow, tidy })
  latest.current = { flow, tidy }
  // What was asked before the canvas was there is answered by how it begins.
  const done = useRef(request)
  const arrives = useRef(0)
  const zoom = useZoomSteps(camera, glide)
  useEffect(() => {
    if (!request || request === done.current) return
    done.current = request
    // An agent that is opened is there at once.
    if (request.order !== 'open') arrives.current = performance.now() + glide.duration
    const stepIds = request.stepIds ?? selectSelection(store.getState()).stepIds
    const { domNode } = view.getState()
    if (request.order === 'tidy') latest.current.tidy(request.stepIds)
    else if (isEdgeOrder(request.order)) openForEdge({ ui, canvas: domNode, editor }, request)
    else if (request.order === 'pick') openPicker(ui, camera, domNode)
    else if (request.order === 'note') putNote(ui, camera, domNode, editor)
    else if (isZoomOrder(request.order)) zoom(request.order, wholeZoom(latest.current.flow, sizeOf(domNode)))
    else moveCamera(camera, request.order, shown(latest.current.flow, request.order, stepIds), sizeOf(domNode))
  }, [request, camera, view, store, editor, ui, zoom])
  return useCallback(() => performance.now() < arrives.current, [])
}

function isZoomOrder(order: CanvasRequest['order']): order is ZoomOrder {
  return order === 'zoomIn' || order === 'zoomOut' || order === 'actualSize'
}

/** Where all there is fits into the canvas. */
function wholeZoom(flow: Flow, size: Size): number {
  return fittingView(boundsToShow(flow), size).zoom
}

/** Measured now: a panel that has just opened is not known to React Flow yet. */
function sizeOf(canvas: HTMLElement | null): Size {
  return { width: canvas?.clientWidth ?? 0, height: canvas?.clientHeight ?? 0 }
}

type EdgeOrder = 'wire' | 'rewire' | 'insert'
type CameraOrder = Exclude<CanvasRequest['order'], 'tidy' | 'pick' | 'note' | EdgeOrder | ZoomOrder>

function isEdgeOrder(order: CanvasRequest['order']): order is EdgeOrder {
  return order === 'wire' || order === 'rewire' || order === 'insert'
}

function shown(flow: Flow, order: CameraOrder, stepIds: readonly string[]): Flow {
  if ((order !== 'show' && order !== 'reveal') || stepIds.length === 0) return flow
  const isWanted = (node: CanvasNode) => stepIds.includes(node.id) || (node.type === 'frame' && node.selected === true)
  return { ...flow, nodes: flow.nodes.filter(isWanted) }
}

function moveCamera(camera: Camera, order: CameraOrder, flow: Flow, size: Size): void {
  switch (order) {
    case 'open':
      void camera.setViewport(openingView(flow, size))
      break
    case 'fit':
      void camera.setViewport(fittingView(boundsToShow(flow), size), glide)
      break
    case 'show':
      void camera.setViewport(fittingView(flowBounds(flow), size), glide)
      break
    case 'reveal':
      void camera.setViewport(revealingView(flow, camera.getViewport(), size), glide)
      break
    case 'renameGroup':
      // What draws groups does it.
      break
  }
}

/** Opens the picker of a step that goes beside the selection. */
function openPicker(ui: CanvasUi, { screenToFlowPosition }: Camera, canvas: HTMLElement | null): void {
  const at = placeOfPicker(canvas)
  if (!at) return
  const place = screenToFlowPosition(at)
  ui.setState({ picker: { at, place: [place.x, place.y - cardAnchor], beside: true } })
}

interface EdgeTools {
  readonly ui: CanvasUi
  readonly canvas: HTMLElement | null
  readonly editor: Editor
}

/** Opens the picker of what a wire leads to, or of the step that goes into it. */
function openForEdge({ ui, canvas, editor }: EdgeTools, { order, edge, stepIds }: CanvasRequest): void {
  const { store } = editor
  if (edge === undefined) {
    const from = (stepIds ?? selectSelection(store.getState()).stepIds)[0]
    if (from !== undefined) ui.setState({ wire: { from } })
    return
  }
  if (order === 'insert') {
    const at = placeOfPicker(canvas)
    const place = placeOnEdge(selectDocument(store.getState()).layout, edge)
    if (at) ui.setState({ picker: { at, place, onEdge: edge } })
    return
  }
  const { from, exit } = edge
  ui.setState({
    wire: { from, ...(exit === undefined ? {} : { exit }), ...(order === 'rewire' ? { rewired: edge } : {}) },
  })
}

/** In the upper half of the canvas, for people who come by keyboard. */
function placeOfPicker(canvas: HTMLElement | null): { readonly x: number; readonly y: number } | undefined {
  const box = canvas?.getBoundingClientRect()
  return box && { x: box.left + box.width / 2 - cardWidth / 2, y: box.top + box.height / 4 }
}

/** Puts a note where the menu was asked for, else near the middle of what is seen; it is written in at once, unless something stands before the canvas. */
function putNote(ui: CanvasUi, { screenToFlowPosition }: Camera, canvas: HTMLElement | null, editor: Editor): void {
  const box = canvas?.getBoundingClientRect()
  if (!box) return
  const asked = ui.getState().menu?.at
  const { x, y } = screenToFlowPosition(asked ?? { x: box.left + box.width / 2, y: box.top + box.height / 2 })
  void import('../../editor/arranging.ts').then(({ arranging }) => {
    const noteId = arranging(editor).addNote([x, y], { near: asked === undefined })
    if (canvas?.closest('[inert]') === null) ui.setState({ writtenNote: noteId })
  })
}
