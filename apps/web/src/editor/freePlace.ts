import type { Position } from '@petal/core/model'
import { columnWidth, rowHeight } from './placeSteps.ts'

/** The place at `wanted`, or the nearest free one below it, so that no two cards cover each other. */
export function freePlace(layout: Readonly<Record<string, Position>>, wanted: Position): Position {
  const places = Object.values(layout)
  const [x] = wanted
  let [, y] = wanted
  while (places.some((place) => Math.abs(place[0] - x) < columnWidth - 40 && Math.abs(place[1] - y) < rowHeight - 20)) {
    y += rowHeight
  }
  return [Math.round(x), Math.round(y)]
}
