import type { OutlineRow } from './OutlineRow.ts'

/** How high rows are, in pixels: those of steps, and of loops with their limit, have two lines. */
export interface RowHeights {
  readonly step: number
  readonly other: number
}

/** Where rows stand, in pixels from the top of the first one. */
export interface RowPlaces {
  readonly tops: readonly number[]
  readonly total: number
}

/** Rows have set heights, so that those out of sight need not be drawn to know where the others stand. */
export function placeRows(rows: readonly OutlineRow[], heights: RowHeights): RowPlaces {
  let total = 0
  const tops = rows.map((row) => {
    const top = total
    total += heightOf(row, heights)
    return top
  })
  return { tops, total }
}

export function heightOf(row: OutlineRow, { step, other }: RowHeights): number {
  return row.kind === 'step' || (row.kind === 'way' && row.way.kind === 'loop') ? step : other
}

/** The indexes of the first row that is to be drawn and of the one after the last, for what is in sight and some more. */
export function rowsInSight(
  { tops }: RowPlaces,
  { top, height }: { readonly top: number; readonly height: number },
): readonly [number, number] {
  const margin = height / 2
  const first = Math.max(0, indexAt(tops, top - margin))
  return [first, Math.min(tops.length, indexAt(tops, top + height + margin) + 1)]
}

/** The last row that begins at or above this height; -1 above all of them. */
function indexAt(tops: readonly number[], at: number): number {
  let [low, high] = [0, tops.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tops[middle] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Where to scroll so that a row is whole in sight; where it is already, it stays. */
export function scrollToRow(
  row: { readonly top: number; readonly height: number },
  seen: { readonly top: number; readonly height: number },
): number {
  if (row.top < seen.top) return row.top
  return Math.max(seen.top, row.top + row.height - seen.height)
}
