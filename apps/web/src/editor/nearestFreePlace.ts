import type { Position } from '@petal/core/model'
import type { Box } from './cardSize.ts'
import { breathingSpace, touches } from './touches.ts'

/**
 * Where a dropped card stands: where it was let go of, or the nearest place at which it covers no other. The places
 * looked at are those right beside what is in the way, the nearest first.
 */
export function nearestFreePlace(taken: readonly Box[], wanted: Box): Position {
  const seen = new Set<string>()
  const waiting: Box[] = [wanted]
  for (let box = waiting.shift(); box !== undefined; box = waiting.shift()) {
    const place = box
    const obstacle = taken.find((other) => touches(other, place))
    if (obstacle === undefined) return [Math.round(box.x), Math.round(box.y)]
    for (const next of placesBeside(obstacle, box)) {
      const key = `${next.x} ${next.y}`
      if (seen.has(key)) continue
      seen.add(key)
      const index = waiting.findIndex((other) => distance(other, wanted) > distance(next, wanted))
      waiting.splice(index === -1 ? waiting.length : index, 0, next)
    }
  }
  return [Math.round(wanted.x), Math.round(wanted.y)]
}

/** Below, above, to the right and to the left of what is in the way. Of places equally near, the first is taken. */
function placesBeside(obstacle: Box, box: Box): readonly Box[] {
  return [
    { ...box, y: obstacle.y + obstacle.height + breathingSpace },
    { ...box, y: obstacle.y - box.height - breathingSpace },
    { ...box, x: obstacle.x + obstacle.width + breathingSpace },
    { ...box, x: obstacle.x - box.width - breathingSpace },
  ]
}

function distance(a: Box, b: Box): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
