import type { Position } from '@petal/core/model'
import type { Box } from './cardSize.ts'
import { rowHeight } from './placeSteps.ts'
import { touches } from './touches.ts'

/** The place of a box, or the nearest free one in the rows below it, so that no two cards cover each other. */
export function freePlace(taken: readonly Box[], wanted: Box): Position {
  let { y } = wanted
  while (taken.some((box) => touches(box, { ...wanted, y }))) y += rowHeight
  return [Math.round(wanted.x), Math.round(y)]
}
