import type { Box } from '../../../editor/cardSize.ts'
import type { Shape } from './Shape.ts'

/** What a raised surface casts; flat boxes, so that a thousand cards cost no more than they must. */
export function drawShadow({ x, y, width, height }: Box, radius: number): readonly Shape[] {
  const layer = (spread: number, drop: number, opacity: number): Shape => ({
    kind: 'box',
    x: x - spread,
    y: y - spread + drop,
    width: width + 2 * spread,
    height: height + 2 * spread,
    radius: radius + spread,
    fill: '#000000',
    opacity,
  })
  return [layer(2, 4, 0.025), layer(1, 2.5, 0.03), layer(0, 1, 0.05)]
}
