import type { StepPorts } from '@petal/core/model'

/** A rectangle in canvas units. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const cardWidth = 256
/** Of a card without rows of ports. */
export const cardHeight = 92
/** From the top edge to the middle of the first row, where edges come in. */
export const cardAnchor = 28
/** Of a row that names an exit. */
export const portRow = 26
const portsPadding = 8

/** The size of the card of a step with these ports, in canvas units. */
export function cardSize({ outputs }: Pick<StepPorts, 'outputs'>): Pick<Box, 'width' | 'height'> {
  const rows = outputs.length > 1 ? outputs.length : 0
  return { width: cardWidth, height: cardHeight + (rows === 0 ? 0 : rows * portRow + portsPadding) }
}
