import type { Box } from '../../editor/cardSize.ts'

/** A line through edges or middles that stand at the same place; `at` is its x when it is upright, else its y. */
export interface HelperLine {
  readonly upright: boolean
  readonly at: number
  readonly from: number
  readonly to: number
}

/** How far a box is to be moved so that it is in line with others, and the lines that show it. */
export interface Snap {
  readonly dx: number
  readonly dy: number
  readonly lines: readonly HelperLine[]
}

/** Nearer than this, in canvas units, counts as the same place. */
const same = 0.5

/**
 * Puts a box in line with those around it where an edge or its middle is within `reach` of one of theirs. Of several the
 * nearest counts, across and down each by itself. Where nothing is in reach, a `grid` is.
 */
export function snapBox(box: Box, others: readonly Box[], reach: number, grid?: number): Snap {
  const dx = offset(box, others, reach, across) ?? toGrid(box.x, grid)
  const dy = offset(box, others, reach, down) ?? toGrid(box.y, grid)
  const moved = { ...box, x: box.x + dx, y: box.y + dy }
  return { dx, dy, lines: [...linesOf(moved, others, across), ...linesOf(moved, others, down)] }
}

interface Axis {
  readonly upright: boolean
  start(box: Box): number
  size(box: Box): number
}

const across: Axis = { upright: true, start: ({ x }) => x, size: ({ width }) => width }
const down: Axis = { upright: false, start: ({ y }) => y, size: ({ height }) => height }

function toGrid(value: number, grid: number | undefined): number {
  return grid === undefined ? 0 : Math.round(value / grid) * grid - value
}

function offset(box: Box, others: readonly Box[], reach: number, axis: Axis): number | undefined {
  let best: number | undefined
  for (const other of others) {
    for (const [mine, theirs] of pairs(box, other, axis)) {
      const distance = theirs - mine
      if (Math.abs(distance) <= reach && (best === undefined || Math.abs(distance) < Math.abs(best))) best = distance
    }
  }
  return best
}

/** What can be in line: edges with edges, the middle with the middle. */
function pairs(box: Box, other: Box, { start, size }: Axis): readonly (readonly [number, number])[] {
  const [first, last] = [start(box), start(box) + size(box)]
  const [from, to] = [start(other), start(other) + size(other)]
  return [
    [first, from],
    [last, to],
    [(first + last) / 2, (from + to) / 2],
    [first, to],
    [last, from],
  ]
}

/** One line for each place at which the box is in line with others, from the first of them to the last. */
function linesOf(box: Box, others: readonly Box[], axis: Axis): readonly HelperLine[] {
  const side = axis.upright ? down : across
  const spans = new Map<number, { from: number; to: number }>()
  for (const other of others) {
    const met = pairs(box, other, axis).filter(([mine, theirs]) => Math.abs(mine - theirs) <= same)
    // Of two that are as long, one edge says it all.
    for (const [mine] of met.length > 2 ? met.slice(0, 1) : met) {
      const at = Math.round(mine * 2) / 2
      const span = spans.get(at) ?? { from: side.start(box), to: side.start(box) + side.size(box) }
      const from = Math.min(span.from, side.start(other))
      spans.set(at, { from, to: Math.max(span.to, side.start(other) + side.size(other)) })
    }
  }
  return [...spans].map(([at, span]) => ({ upright: axis.upright, at, ...span }))
}
