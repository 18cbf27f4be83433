import type { ReactFlowState } from '@xyflow/react'

/** Below this zoom nothing on a card can be read, so cards are drawn with little more than a large name. */
export const readableZoom = 0.35

export function selectReadable({ transform }: ReactFlowState): boolean {
  return transform[2] >= readableZoom
}

/** Below this zoom a card's name can only be read where it is larger, and what else a card says cannot be read at all. */
const detailedZoom = 0.6

/** Whether cards show their names large, in the place of what they say in detail. */
export function selectNamesLarge({ transform: [, , zoom] }: ReactFlowState): boolean {
  return zoom >= readableZoom && zoom < detailedZoom
}
