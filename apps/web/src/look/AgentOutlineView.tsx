import type { AgentOutline } from '../storage/LibrarySchema.ts'
import { type CategoryLook, categoryLooks } from './categoryLook.ts'

/** Size of a card on the canvas, in canvas units; close enough for a stamp. */
const CARD = { width: 240, height: 84 }
const MARGIN = 60

/** An agent as a picture the size of a stamp: boxes in the colours of their kinds, and the lines between them. */
export function AgentOutlineView({
  outline,
  className,
}: {
  readonly outline: AgentOutline
  readonly className?: string
}) {
  const { boxes, lines } = outline
  const xs = boxes.map(({ x }) => x)
  const ys = boxes.map(({ y }) => y)
  if (boxes.length === 0) return <EmptyOutline className={className} />
  const left = Math.min(...xs) - MARGIN
  const top = Math.min(...ys) - MARGIN
  const width = Math.max(...xs) + CARD.width + MARGIN - left
  const height = Math.max(...ys) + CARD.height + MARGIN - top
  return (
    <svg aria-hidden="true" viewBox={`${left} ${top} ${width} ${height}`} className={className}>
      {lines.map(([from, to]) => (
        <path
          key={`${from}-${to}`}
          d={linePath(boxes[from], boxes[to])}
          className="fill-none stroke-ink-faint/50"
          strokeWidth={8}
        />
      ))}
      {boxes.map((box) => (
        <rect
          key={`${box.x} ${box.y}`}
          x={box.x}
          y={box.y}
          width={CARD.width}
          height={CARD.height}
          rx={20}
          strokeWidth={6}
          style={{ fill: `var(${lookOf(box.kind).variable}-soft)`, stroke: `var(${lookOf(box.kind).variable})` }}
        />
      ))}
    </svg>
  )
}

/** A card that is not there yet. */
function EmptyOutline({ className }: { readonly className: string | undefined }) {
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${CARD.width * 2} ${CARD.height * 2}`} className={className}>
      <rect
        {...CARD}
        x={CARD.width / 2}
        y={CARD.height / 2}
        rx={20}
        strokeWidth={4}
        strokeDasharray="14 10"
        className="fill-none stroke-line-strong"
      />
    </svg>
  )
}

type Box = AgentOutline['boxes'][number]

function lookOf(kind: string): CategoryLook {
  const looks: Readonly<Record<string, CategoryLook>> = categoryLooks
  return looks[kind] ?? categoryLooks.other
}

function linePath(from: Box | undefined, to: Box | undefined): string {
  if (from === undefined || to === undefined) return ''
  // A way back leaves on the left, so that it does not run through its own box.
  const back = to.x < from.x
  const start = { x: back ? from.x : from.x + CARD.width, y: from.y + CARD.height / 2 }
  const end = { x: back ? to.x + CARD.width : to.x, y: to.y + CARD.height / 2 }
  const bend = Math.max(40, Math.abs(end.x - start.x) / 2) * (back ? -1 : 1)
  return `M ${start.x} ${start.y} C ${start.x + bend} ${start.y}, ${end.x - bend} ${end.y}, ${end.x} ${end.y}`
}
