import type { Node } from '@xyflow/react'
import type { Box } from '../../editor/cardSize.ts'
import type { DrawnEdge } from './edgesToDraw.ts'
import { layOutWires, type Wire } from './layOutWires.ts'
import type { WireLayout } from './WireLayout.ts'
import { wireEnds } from './wireEnds.ts'
import { wireName } from './wireName.ts'

const none: ReadonlyMap<string, WireLayout> = new Map()

/** Lays out the wires of an agent; again only when a card or a wire is another one, or stands elsewhere. */
export function createWireLayouts() {
  let known: { drawings: readonly DrawnEdge[]; nodes: readonly Node[]; limit: number } | undefined
  let layouts = none
  return (drawings: readonly DrawnEdge[], all: readonly Node[], limit: number) => {
    // Notes lie below wires and cards.
    const nodes = all.filter(({ type }) => type !== 'note')
    const same =
      known?.limit === limit && sameItems(known.drawings, drawings) && sameItems(known.nodes, nodes, samePlace)
    if (!same) layouts = layOut(drawings, nodes, limit)
    known = { drawings, nodes, limit }
    return layouts
  }
}

function layOut(drawings: readonly DrawnEdge[], nodes: readonly Node[], limit: number) {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const wires = drawings.flatMap((drawn): Wire[] => {
    const ends = wireEnds(drawn, byId.get(drawn.edge.from), byId.get(drawn.edge.to))
    const name = wireName(drawn, limit)
    return ends ? [{ id: drawn.id, ends, name, needsName: drawn.kind !== 'plain' }] : []
  })
  return layOutWires(wires, nodes.map(boxOf))
}

function boxOf({ position, width = 0, height = 0 }: Node): Box {
  return { ...position, width, height }
}

function samePlace(a: Node, b: Node): boolean {
  return (
    a === b ||
    (a.id === b.id && a.position.x === b.position.x && a.position.y === b.position.y && a.height === b.height)
  )
}

function sameItems<Item>(
  a: readonly Item[],
  b: readonly Item[],
  isSame: (a: Item, b: Item) => boolean = Object.is,
): boolean {
  return (
    a.length === b.length &&
    a.every((item, index) => {
      const other = b[index]
      return other !== undefined && isSame(item, other)
    })
  )
}
