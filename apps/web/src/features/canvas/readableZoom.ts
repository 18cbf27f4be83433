import type { ReactFlowState } from '@xyflow/react'

/** Below this zoom nothing on a card can be read, so cards are drawn with little more than a large name. */
export const readableZoom = 0.35

export function selectReadable({ transform }: ReactFlowState): boolean {
  return transform[2] >= readableZoom
}
