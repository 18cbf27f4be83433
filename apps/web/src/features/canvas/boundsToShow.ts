import type { Box } from '../../editor/cardSize.ts'
import { terminalSize } from './cardGeometry.ts'
import { firstStepBox } from './firstStepBox.ts'
import { flowBounds } from './flowShapes.ts'
import { terminalGap } from './terminalPlaces.ts'
import type { Flow } from './toFlow.ts'

/**
 * The rectangle around all there is to see: all cards, and while there is only the start, where the first step goes;
 * and the end behind it, where that is no wider than `width`.
 */
export function boundsToShow(flow: Pick<Flow, 'nodes'>, width = 0): Box {
  const bounds = flowBounds(flow)
  const isEmpty = flow.nodes.every(({ type }) => type === 'start' || type === 'note')
  if (!isEmpty) return bounds
  const beginning = around(bounds, firstStepBox)
  const whole = beginning.width + terminalGap + terminalSize.width
  return whole <= width ? { ...beginning, width: whole } : beginning
}

function around(a: Box, b: Box): Box {
  const [left, top] = [Math.min(a.x, b.x), Math.min(a.y, b.y)]
  const right = Math.max(a.x + a.width, b.x + b.width)
  const bottom = Math.max(a.y + a.height, b.y + b.height)
  return { x: left, y: top, width: right - left, height: bottom - top }
}
