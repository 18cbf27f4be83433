/** How high a sheet stands: one line, a part of the room, or all of it. */
export const sheetHeights = ['line', 'part', 'all'] as const
export type SheetHeight = (typeof sheetHeights)[number]

/** What share of the room each takes; one line is as high as it is. */
const shares = { line: 0, part: 0.58, all: 1 } as const satisfies Readonly<Record<SheetHeight, number>>

/** In per cent of the room, as style sheets and screen readers say it. */
export function percentOf(height: SheetHeight): number {
  return shares[height] * 100
}

/** The next height up or down; the last one stays. */
export function neighbourOf(height: SheetHeight, by: 1 | -1): SheetHeight {
  return sheetHeights[sheetHeights.indexOf(height) + by] ?? height
}

/** What a tap leads to: up to the top, and down again from there. */
export function afterTap(height: SheetHeight): SheetHeight {
  return height === 'all' ? 'line' : neighbourOf(height, 1)
}

/** The height nearest to a share of the room. */
export function nearestHeight(share: number): SheetHeight {
  const distance = (height: SheetHeight) => Math.abs(shares[height] - share)
  return sheetHeights.reduce((best, height) => (distance(height) < distance(best) ? height : best))
}
