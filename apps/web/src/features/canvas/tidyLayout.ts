import { graphlib, layout } from '@dagrejs/dagre'
import type { EdgeConfig, Position } from '@petal/core/model'
import { edgeId } from '../../editor/edgeId.ts'
import { cardAnchor } from './cardGeometry.ts'

/** A card to place: its size, in canvas units. */
export interface Box {
  readonly id: string
  readonly width: number
  readonly height: number
}

const columnGap = 84
const rowGap = 14

/** Above this many cards the careful layout takes seconds; `placeSteps` then does. */
export const tidyLimit = 800

/** Places for cards in columns from left to right, by what leads to what. The top left corner of all is 0, 0. */
export function tidyLayout(boxes: readonly Box[], edges: readonly EdgeConfig[]): Readonly<Record<string, Position>> {
  const graph = new graphlib.Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'LR', ranksep: columnGap, nodesep: rowGap, marginx: 0, marginy: 0 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height: 2 * belowWire(height) })
  const ids = new Set(boxes.map(({ id }) => id))
  for (const edge of edges) {
    if (ids.has(edge.from) && ids.has(edge.to)) graph.setEdge(edge.from, edge.to, {}, edgeId(edge))
  }
  layout(graph)
  const places = boxes.map(({ id, width }): [string, Position] => {
    const { x, y } = graph.node(id)
    return [id, [x - width / 2, y - cardAnchor]]
  })
  const left = places.reduce((least, [, [x]]) => Math.min(least, x), Number.POSITIVE_INFINITY)
  const top = places.reduce((least, [, [, y]]) => Math.min(least, y), Number.POSITIVE_INFINITY)
  return Object.fromEntries(places.map(([id, [x, y]]) => [id, [Math.round(x - left), Math.round(y - top)]]))
}

/** Cards are aligned by where wires come in, not by their middle, so that a chain is straight whatever their heights. */
function belowWire(height: number): number {
  return height - cardAnchor
}
