import { cn, Kbd } from '@petal/ui'
import { getBezierPath, type NodeHandle, Position, useStore, ViewportPortal } from '@xyflow/react'
import { useActions, useEditor } from '../../editor/EditorContext.tsx'
import type { CanvasNode } from './toFlow.ts'

/** The connection on offer, dashed; Tab or a click makes it. */
export function SuggestedWire() {
  const suggestion = useEditor((state) => state.session.suggestion)
  return suggestion ? <Offer from={suggestion.from} to={suggestion.to} exit={suggestion.exit} /> : null
}

interface OfferProps {
  readonly from: string
  readonly to: string
  readonly exit: string | undefined
}

function Offer({ from, to, exit }: OfferProps) {
  const actions = useActions()
  const source = useStore((state) => exitPoint(state.nodeLookup.get(from), exit), samePoint)
  const target = useStore((state) => entryPoint(state.nodeLookup.get(to)), samePoint)
  if (!source || !target) return null
  const [path, x, y] = getBezierPath({
    sourceX: source.x,
    sourceY: source.y,
    sourcePosition: Position.Right,
    targetX: target.x,
    targetY: target.y,
    targetPosition: Position.Left,
    curvature: 0.3,
  })
  return (
    // Above the cards and the line: close cards would cover the offer, and the line would strike it through.
    <ViewportPortal>
      <svg aria-hidden="true" className="pointer-events-none absolute top-0 left-0 size-px overflow-visible">
        <path d={path} fill="none" className="stroke-accent opacity-70 [stroke-dasharray:5_6] [stroke-width:2]" />
      </svg>
      <button
        type="button"
        onClick={actions.acceptSuggestion}
        className={cn(
          'nodrag nopan focus-ring pointer-events-auto absolute flex items-center gap-1.5 rounded-full border border-accent-line',
          'bg-surface py-0.5 pr-1.5 pl-2 text-accent text-xs shadow-sm hover:bg-accent-soft',
        )}
        style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
      >
        Connect <Kbd keys="Tab" />
      </button>
    </ViewportPortal>
  )
}

type Point = { readonly x: number; readonly y: number }
type Placed = Pick<CanvasNode, 'position'> & Pick<CanvasNode, 'handles'>

function exitPoint(node: Placed | undefined, exit: string | undefined): Point | undefined {
  const handles = node?.handles?.filter((handle) => handle.type === 'source')
  const handle = handles?.find((candidate) => candidate.id === exit) ?? handles?.[0]
  return node && handle && middleOf(node, handle)
}

function entryPoint(node: Placed | undefined): Point | undefined {
  const handle = node?.handles?.find((candidate) => candidate.type === 'target')
  return node && handle && middleOf(node, handle)
}

function middleOf({ position }: Placed, { x, y, width = 0, height = 0 }: NodeHandle): Point {
  return { x: position.x + x + width / 2, y: position.y + y + height / 2 }
}

function samePoint(a: Point | undefined, b: Point | undefined): boolean {
  return a?.x === b?.x && a?.y === b?.y
}
