import { cn } from '@petal/ui'
import { useReactFlow, useStore } from '@xyflow/react'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { cardAnchor, cardSize, cardWidth } from '../../editor/cardSize.ts'
import { useActions, useEditor, useEditorInstance } from '../../editor/EditorContext.tsx'
import type { StepDrag } from '../../editor/EditorState.ts'
import type { CanvasEdge } from './CanvasEdge.ts'
import { type CanvasUi, useCanvasUi, useCanvasUiStore } from './CanvasUi.tsx'
import { CardFace } from './CardFace.tsx'
import type { CanvasNode } from './toFlow.ts'

interface Point {
  readonly x: number
  readonly y: number
}

/** Where the card hangs on the pointer, in canvas units from its top left corner. */
const grip = { x: cardWidth / 2, y: cardAnchor }

/** The card of a step type on its way from the palette: it follows the pointer, at the canvas' zoom. */
export function DragGhost() {
  const drag = useEditor((state) => state.session.drag)
  return drag ? createPortal(<Ghost drag={drag} />, document.body) : null
}

function Ghost({ drag }: { readonly drag: StepDrag }) {
  const { facts } = useEditorInstance()
  const zoom = useStore((state) => state.transform[2])
  const point = useCarry(drag)
  const overWire = useCanvasUi((state) => state.dropEdgeId !== undefined)
  const face = facts.of({ id: 'new', strategyType: drag.strategyType, config: {} })
  const size = cardSize(face.ports)
  return (
    <div
      data-testid="drag-ghost"
      className={cn(
        'pointer-events-none fixed top-0 left-0 z-50 origin-top-left',
        overWire ? 'opacity-60' : 'opacity-95',
      )}
      style={{
        ...size,
        transform: `translate(${point.x - grip.x * zoom}px, ${point.y - grip.y * zoom}px) scale(${zoom})`,
      }}
    >
      <CardFace name={face.typeTitle} facts={face} className="border-accent shadow-xl" />
    </div>
  )
}

/** Follows the pointer; letting go over the canvas adds the step, Escape or anywhere else does not. */
function useCarry(drag: StepDrag): Point {
  const [point, setPoint] = useState<Point>(drag)
  const ui = useCanvasUiStore()
  const actions = useActions()
  const { screenToFlowPosition, getEdge } = useReactFlow<CanvasNode, CanvasEdge>()
  useEffect(() => {
    const stop = () => {
      ui.setState({ dropEdgeId: undefined })
      actions.endDrag()
    }
    const move = (event: PointerEvent) => {
      setPoint({ x: event.clientX, y: event.clientY })
      showTarget(ui, edgeUnder(event))
    }
    const drop = (event: PointerEvent) => {
      stop()
      if (!isOverCanvas(event)) return
      const at = screenToFlowPosition({ x: event.clientX, y: event.clientY })
      const edge = getEdge(edgeUnder(event) ?? '')?.data?.drawn.edge
      actions.addStep(drag.strategyType, { at: [at.x - grip.x, at.y - grip.y], ...(edge ? { onEdge: edge } : {}) })
    }
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      stop()
    }
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', drop)
    window.addEventListener('pointercancel', stop)
    window.addEventListener('keydown', key, true)
    return () => {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', drop)
      window.removeEventListener('pointercancel', stop)
      window.removeEventListener('keydown', key, true)
    }
  }, [drag, ui, actions, screenToFlowPosition, getEdge])
  return point
}

function showTarget(ui: CanvasUi, dropEdgeId: string | undefined): void {
  if (ui.getState().dropEdgeId !== dropEdgeId) ui.setState({ dropEdgeId })
}

function edgeUnder(point: PointerEvent): string | undefined {
  const hits = document.elementsFromPoint(point.clientX, point.clientY)
  const wire = hits.find((hit) => hit.closest('.react-flow__edge'))
  return wire?.closest('.react-flow__edge')?.getAttribute('data-id') ?? undefined
}

function isOverCanvas(point: PointerEvent): boolean {
  return document.elementFromPoint(point.clientX, point.clientY)?.closest('.react-flow') != null
}
