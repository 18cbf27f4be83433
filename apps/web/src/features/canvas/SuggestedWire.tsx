import { IconButton, Kbd } from '@petal/ui'
import { t } from '@petal/ui/language'
import { getBezierPath, type NodeHandle, Position, useStore, ViewportPortal } from '@xyflow/react'
import { X } from 'lucide-react'
import { cardAnchor } from '../../editor/cardSize.ts'
import { useActions, useEditor } from '../../editor/EditorContext.tsx'
import type { CanvasNode } from './toFlow.ts'

/** The connection on offer, dashed; Tab or a click makes it, Escape or the cross takes it back. */
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
      <Answers x={x} y={besideTheWire(source, target, y)} />
    </ViewportPortal>
  )
}

/** Of one size at every zoom, so that the key can always be read. */
function Answers({ x, y }: Point) {
  const actions = useActions()
  const zoom = useStore((state) => state.transform[2])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset belongs into a form, and this floats over the canvas
    <div
      role="group"
      aria-label={t('Offered connection')}
      className="nodrag nopan pointer-events-auto absolute flex origin-bottom items-center whitespace-nowrap rounded-full border border-accent-line bg-surface pr-0.5 text-accent text-sm shadow-md"
      style={{ transform: `translate(-50%, -100%) translate(${x}px, ${y}px) scale(${1 / zoom})` }}
    >
      <button
        type="button"
        aria-keyshortcuts="Tab"
        onClick={actions.acceptSuggestion}
        className="focus-ring flex h-6 items-center gap-1.5 rounded-full pr-1 pl-2.5 font-medium hover:underline"
      >
        {t('Connect')} <Kbd keys="Tab" />
      </button>
      <IconButton
        label={t('Leave it unconnected')}
        shortcut="Escape"
        size="sm"
        tooltipSide="top"
        className="size-5 rounded-full [&_svg]:size-3"
        onClick={() => actions.suggest(undefined)}
      >
        <X />
      </IconButton>
    </div>
  )
}

type Point = { readonly x: number; readonly y: number }
type Placed = Pick<CanvasNode, 'position'> & Pick<CanvasNode, 'handles'>

/** Where the words stand: clear of the dots and, between two cards of one row, above their upper edges. */
function besideTheWire(source: Point, target: Point, middle: number): number {
  const inRow = Math.abs(source.y - target.y) < 2 * cardAnchor
  return inRow ? Math.min(source.y, target.y) - cardAnchor - 8 : middle - 10
}

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
