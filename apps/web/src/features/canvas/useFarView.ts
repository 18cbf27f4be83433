import { useReactFlow, useStore, useStoreApi } from '@xyflow/react'
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Box } from '../../editor/cardSize.ts'
import { useEditorInstance } from '../../editor/EditorContext.tsx'
import { selectAgent, selectSelection } from '../../editor/selectors.ts'
import type { CanvasEdge } from './CanvasEdge.ts'
import { cardAt, cardsIn, type FlowShapes, flowShapes } from './flowShapes.ts'
import { noteIdOf } from './noteNode.ts'
import { readableZoom } from './readableZoom.ts'
import type { CanvasNode, Flow } from './toFlow.ts'

/** Up to this many cards are light enough as they are. */
const lightCount = 150
/** More selected cards than this are not mounted one by one. */
const mountedSelection = 60
const noEdges: CanvasEdge[] = []

/** What React Flow mounts, and the picture of the rest. */
export interface FarView {
  readonly nodes: CanvasNode[]
  readonly edges: CanvasEdge[]
  /** Everything as shapes, when it is seen from so far that cards are not mounted. */
  readonly shapes: FlowShapes | undefined
  onSelectionEnd(): void
}

/**
 * Seen from far, only the card under the pointer and the selected ones are mounted, so that they can be dragged and
 * clicked as ever; all others are shapes in one picture.
 *
 * @param flow the whole document, @param nodes the same with the places of what is being dragged.
 */
export function useFarView(flow: Flow, nodes: CanvasNode[], place: RefObject<HTMLElement | null>): FarView {
  const { facts, store, actions } = useEditorInstance()
  const isFar = useStore((state) => state.transform[2] < readableZoom && flow.nodes.length > lightCount)
  const hovered = useHoveredCard(flow, place, isFar)
  const shapes = useMemo(
    () => (isFar ? flowShapes(flow, selectAgent(store.getState()), facts) : undefined),
    [isFar, flow, store, facts],
  )
  const mounted = useMemo(() => (isFar ? nodes.filter(isMounted(nodes, hovered)) : nodes), [isFar, nodes, hovered])
  const boxDrawn = useDrawnBox(isFar)
  const onSelectionEnd = useCallback(() => {
    if (!isFar || !boxDrawn.current) return
    const found = cardsIn(flow, boxDrawn.current)
    const { stepIds, noteIds } = selectSelection(store.getState())
    const newNotes = found.flatMap((id) => noteIdOf(id) ?? [])
    const newSteps = found.filter((id) => noteIdOf(id) === undefined)
    actions.select({
      stepIds: [...new Set([...stepIds, ...newSteps])],
      noteIds: [...new Set([...noteIds, ...newNotes])],
    })
  }, [isFar, boxDrawn, flow, store, actions])
  return { nodes: mounted, edges: isFar ? noEdges : flow.edges, shapes, onSelectionEnd }
}

function isMounted(nodes: readonly CanvasNode[], hovered: string | undefined): (node: CanvasNode) => boolean {
  const selected = nodes.reduce((count, node) => count + (node.selected ? 1 : 0), 0)
  const mountsSelection = selected <= mountedSelection
  return (node) => node.id === hovered || node.dragging === true || (mountsSelection && node.selected === true)
}

/** The card under the pointer, while cards are only painted. */
function useHoveredCard(flow: Flow, place: RefObject<HTMLElement | null>, isFar: boolean): string | undefined {
  const [hovered, setHovered] = useState<string>()
  const { screenToFlowPosition } = useReactFlow()
  useEffect(() => {
    const element = place.current
    if (!isFar || !element) return undefined
    const follow = (event: PointerEvent) => {
      if (event.buttons !== 0) return
      const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY })
      setHovered(cardAt(flow, x, y))
    }
    element.addEventListener('pointermove', follow)
    return () => element.removeEventListener('pointermove', follow)
  }, [isFar, flow, place, screenToFlowPosition])
  return hovered
}

/** The last box that was drawn to select, in canvas units. React Flow itself only looks at what is mounted. */
function useDrawnBox(isFar: boolean): RefObject<Box | undefined> {
  const box = useRef<Box>(undefined)
  const flow = useStoreApi()
  useEffect(() => {
    if (!isFar) return undefined
    return flow.subscribe(({ userSelectionRect: rect, transform: [x, y, zoom] }) => {
      if (!rect) return
      box.current = {
        x: (rect.x - x) / zoom,
        y: (rect.y - y) / zoom,
        width: rect.width / zoom,
        height: rect.height / zoom,
      }
    })
  }, [isFar, flow])
  return box
}
