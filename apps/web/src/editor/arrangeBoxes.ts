import type { Position } from '@petal/core/model'
import type { Box } from './cardSize.ts'

/** A card to arrange. */
export interface ArrangedBox extends Box {
  readonly id: string
  /** It stays where it is. */
  readonly fixed?: boolean
}

export const alignments = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const
export type Alignment = (typeof alignments)[number]
export type Direction = 'horizontally' | 'vertically'

type Places = Readonly<Record<string, Position>>

const across: readonly Alignment[] = ['left', 'centre', 'right']
const shares: Readonly<Record<Alignment, number>> = { left: 0, centre: 0.5, right: 1, top: 0, middle: 0.5, bottom: 1 }

/**
 * New places for cards, so that an edge or the middle of all stands on one line: that of the fixed ones, or the outermost
 * when none is. Only what moves is in it.
 */
export function alignBoxes(boxes: readonly ArrangedBox[], alignment: Alignment): Places {
  const axis = across.includes(alignment) ? horizontal : vertical
  const share = shares[alignment]
  const fixed = boxes.filter(isFixed)
  const { from, to } = extentOf(fixed.length > 0 ? fixed : boxes, axis)
  const line = from + (to - from) * share
  return placesOf(boxes, axis, (box) => line - axis.size(box) * share)
}

/**
 * New places for cards, so that the gaps between one and the next are equal. The outermost stay, and so does what is
 * fixed: it parts the row into pieces that are distributed each by itself.
 */
export function distributeBoxes(boxes: readonly ArrangedBox[], direction: Direction): Places {
  const axis = direction === 'horizontally' ? horizontal : vertical
  const middle = (box: Box) => axis.start(box) + axis.size(box) / 2
  const row = [...boxes].sort((a, b) => middle(a) - middle(b) || axis.start(a) - axis.start(b))
  const starts = new Map<ArrangedBox, number>()
  let first = 0
  for (const [index, box] of row.entries()) {
    if (index === 0 || (!box.fixed && index < row.length - 1)) continue
    for (const [inner, start] of spread(row.slice(first, index + 1), axis)) starts.set(inner, start)
    first = index
  }
  return placesOf(boxes, axis, (box) => starts.get(box) ?? axis.start(box))
}

interface Axis {
  start(box: Box): number
  size(box: Box): number
  place(box: Box, start: number): Position
}

const horizontal: Axis = { start: ({ x }) => x, size: ({ width }) => width, place: ({ y }, x) => [x, y] }
const vertical: Axis = { start: ({ y }) => y, size: ({ height }) => height, place: ({ x }, y) => [x, y] }

function isFixed({ fixed }: ArrangedBox): boolean {
  return fixed === true
}

function extentOf(boxes: readonly Box[], { start, size }: Axis): { readonly from: number; readonly to: number } {
  return {
    from: Math.min(...boxes.map(start)),
    to: Math.max(...boxes.map((box) => start(box) + size(box))),
  }
}

/** Where those between the first and the last begin; where there is no room they cover each other evenly. */
function spread(row: readonly ArrangedBox[], { start, size }: Axis): readonly (readonly [ArrangedBox, number])[] {
  const [first] = row
  const last = row.at(-1)
  if (first === undefined || last === undefined || row.length < 3) return []
  const between = row.slice(1, -1)
  const room = start(last) - (start(first) + size(first))
  const gap = (room - between.reduce((sum, box) => sum + size(box), 0)) / (row.length - 1)
  let next = start(first) + size(first) + gap
  return between.map((box) => {
    const begin = next
    next += size(box) + gap
    return [box, begin] as const
  })
}

function placesOf(boxes: readonly ArrangedBox[], axis: Axis, startOf: (box: ArrangedBox) => number): Places {
  const moved = boxes.flatMap((box): [string, Position][] => {
    const start = Math.round(startOf(box))
    return box.fixed || start === axis.start(box) ? [] : [[box.id, axis.place(box, start)]]
  })
  return Object.fromEntries(moved)
}
