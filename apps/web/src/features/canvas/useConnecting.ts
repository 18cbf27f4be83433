import type { EdgeConfig } from '@petal/core/model'
import { type Connection, type FinalConnectionState, useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect, useMemo, useRef } from 'react'
import type { Editor } from '../../editor/createEditor.ts'
import { useEditorInstance } from '../../editor/EditorContext.tsx'
import { selectAgent } from '../../editor/selectors.ts'
import type { CanvasEdge } from './CanvasEdge.ts'
import { type CanvasUi, type RefusedWire, useCanvasUiStore } from './CanvasUi.tsx'
import { connectionOf, pickerFor, pointOf, refusalOf } from './connectionEnd.ts'
import { toEdgeConfig } from './toEdgeConfig.ts'

/** One pull on a wire, from pressing to letting go. */
interface WireGesture {
  cancelled: boolean
  rewiring: boolean
  /** It ended in a connection. */
  connected: boolean
}

interface WireTools {
  readonly actions: Editor['actions']
  readonly ui: CanvasUi
  readonly gesture: { current: WireGesture }
  readonly edgeOf: (connection: Pick<Connection, 'source' | 'sourceHandle' | 'target'>) => EdgeConfig
  readonly toCanvas: (point: { readonly x: number; readonly y: number }) => { readonly x: number; readonly y: number }
}

/** Drawing and rewiring wires: what React Flow reports, turned into what the person meant. */
export function useConnecting() {
  const { store, facts, actions } = useEditorInstance()
  const ui = useCanvasUiStore()
  const { screenToFlowPosition } = useReactFlow()
  const gesture = useRef<WireGesture>({ cancelled: false, rewiring: false, connected: false })
  useEscape(gesture)
  return useMemo(() => {
    const edgeOf: WireTools['edgeOf'] = (ends) => toEdgeConfig(selectAgent(store.getState()), facts, ends)
    const tools: WireTools = { actions, ui, gesture, edgeOf, toCanvas: (point) => screenToFlowPosition(point) }
    return { ...drawingHandlers(tools), ...rewiringHandlers(tools) }
  }, [store, facts, actions, ui, screenToFlowPosition])
}

function drawingHandlers({ actions, ui, gesture, edgeOf, toCanvas }: WireTools) {
  return {
    isValidConnection: ({ source, sourceHandle = null, target }: Connection | CanvasEdge) =>
      actions.checkConnection(edgeOf({ source, sourceHandle, target })).ok,
    onConnectStart: () => {
      gesture.current = { ...gesture.current, cancelled: false, connected: false }
      ui.setState({ refusal: undefined })
    },
    onConnect: (connection: Connection) => {
      if (gesture.current.cancelled) return
      gesture.current.connected = true
      actions.connect(edgeOf(connection))
    },
    onConnectEnd: (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
      const { cancelled, rewiring, connected } = gesture.current
      if (cancelled || rewiring || connected || !state.fromHandle) return
      const point = pointOf(event)
      if (state.toHandle) return refuse({ actions, ui, edgeOf }, state, { at: point })
      const end = state.fromHandle
      const edge = edgeOf({ source: end.nodeId, sourceHandle: end.id ?? null, target: '' })
      ui.setState({ picker: pickerFor(end.type, edge, point, toCanvas(point)) })
    },
  }
}

function rewiringHandlers({ actions, ui, gesture, edgeOf }: WireTools) {
  return {
    onReconnectStart: () => {
      gesture.current = { cancelled: false, rewiring: true, connected: false }
      ui.setState({ refusal: undefined })
    },
    onReconnect: (old: CanvasEdge, connection: Connection) => {
      if (gesture.current.cancelled) return
      gesture.current.connected = true
      actions.rewire(old.id, edgeOf(connection))
    },
    onReconnectEnd: (
      event: MouseEvent | TouchEvent,
      edge: CanvasEdge,
      ...[, state]: [unknown, FinalConnectionState]
    ) => {
      const { cancelled, connected } = gesture.current
      gesture.current.rewiring = false
      if (cancelled || connected) return
      if (state.toHandle) refuse({ actions, ui, edgeOf }, state, { at: pointOf(event), rewired: edge.id })
      else actions.disconnect([edge.id])
    },
  }
}

/** Says why the wire could not be drawn, where it was let go of. */
function refuse(
  { actions, ui, edgeOf }: Pick<WireTools, 'actions' | 'ui' | 'edgeOf'>,
  state: FinalConnectionState,
  where: Pick<RefusedWire, 'at' | 'rewired'>,
): void {
  const connection = connectionOf(state.fromHandle, state.toHandle)
  const refusal = refusalOf(connection, (ends) => actions.checkConnection(edgeOf(ends)))
  if (refusal === undefined) return
  const { reason, fix } = refusal
  ui.setState({ refusal: fix === undefined ? { reason, ...where } : { reason, fix, ...where } })
  actions.announce(reason)
}

/** Escape lets go of the wire and of nothing else. */
function useEscape(gesture: { current: WireGesture }): void {
  const flow = useStoreApi()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !flow.getState().connection.inProgress) return
      event.stopPropagation()
      gesture.current.cancelled = true
      flow.getState().cancelConnection()
    }
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [flow, gesture])
}
