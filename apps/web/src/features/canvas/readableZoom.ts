import type { ReactFlowState } from '@xyflow/react'

/** Below this zoom nothing on a card can be read, so cards are drawn with little more than a large name. */
export const readableZoom = 0.35

export function selectReadable({ transform }: ReactFlowState): boolean {
  return transform[2] >= readableZoom
}

/** Below this zoom a card is its name: what else it says could not be read. */
const detailedZoom = 0.6
/** Below this one it says everything larger. */
const nearZoom = 0.85

/** How much larger than near the words of cards have to be, to be read from here. */
export function selectWords({ transform: [, , zoom] }: ReactFlowState): 'near' | 'larger' | 'names' {
  if (zoom >= nearZoom || zoom < readableZoom) return 'near'
  return zoom < detailedZoom ? 'names' : 'larger'
}
