import type { Edge } from '@xyflow/react'
import type { DrawnEdge } from './edgesToDraw.ts'
import type { WireWords } from './sayWire.ts'
import type { WireLayout } from './WireLayout.ts'

/** A wire on the canvas. */
export type CanvasEdge = Edge<WireData, 'route'>

export interface WireData extends Record<string, unknown> {
  readonly drawn: DrawnEdge
  readonly layout: WireLayout | undefined
  readonly words: WireWords
}
