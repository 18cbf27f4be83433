import type { Box } from './cardSize.ts'

/** Left free around a card, so that wires and shadows have room. */
export const breathingSpace = 24

/** Whether two boxes cover each other, or stand nearer than cards should. */
export function touches(a: Box, b: Box, space = breathingSpace): boolean {
  const across = a.x < b.x + b.width + space && b.x < a.x + a.width + space
  return across && a.y < b.y + b.height + space && b.y < a.y + a.height + space
}
