import { graphlib, layout } from '@dagrejs/dagre'
import type { AgentConfig, EdgeConfig, Position, StepPorts } from '@petal/core/model'
import { cardAnchor, cardSize } from './cardSize.ts'
import { edgeId } from './edgeId.ts'
import { listGroups } from './groups.ts'
import { nearestFreePlace } from './nearestFreePlace.ts'
import { touches } from './touches.ts'

/** A card to place: its size, in canvas units. */
export interface Box {
  readonly id: string
  readonly width: number
  readonly height: number
  /** Its exits from top to bottom, where it has several. */
  readonly exits?: readonly string[]
}

/** The card of a step with these ports. */
export function toBox(id: string, ports: StepPorts): Box {
  return { id, ...cardSize(ports), exits: ports.outputs.map((port) => port.id) }
}

const columnGap = 84
const rowGap = 14

/** Above this many cards the careful layout takes seconds, longer than who asked for it waits: `placeSteps` then does. */
export const tidyLimit = 800

/**
 * How many cards of a file that is opened are laid out, of all its agents together: nobody asked for that, and the file is
 * to be there at once. The others get their places when they are shown.
 */
export const openingLimit = 300

/**
 * Places for cards in columns from left to right, by what leads to what; those of a group together. The
 * top left corner of all is 0, 0.
 */
export function tidyLayout(
  boxes: readonly Box[],
  edges: readonly EdgeConfig[],
  groups: readonly (readonly string[])[] = [],
): Readonly<Record<string, Position>> {
  const graph = new graphlib.Graph({ multigraph: true, compound: groups.length > 0 })
  graph.setGraph({ rankdir: 'LR', ranksep: columnGap, nodesep: rowGap, marginx: 0, marginy: 0 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height: 2 * belowWire(height) })
  const ids = new Set(boxes.map(({ id }) => id))
  for (const edge of edges) {
    if (ids.has(edge.from) && ids.has(edge.to)) graph.setEdge(edge.from, edge.to, {}, edgeId(edge))
  }
  for (const [index, members] of groups.entries()) {
    const inside = members.filter((id) => ids.has(id))
    if (inside.length > 1) for (const id of inside) graph.setParent(id, `group ${index}`)
  }
  layout(graph)
  // Upside down the wires cross as often, but not those of one card, whose exits stand in an order.
  const turned = countTwists(boxes, edges, (id) => graph.node(id)?.y) > 0 ? -1 : 1
  const places = boxes.map(({ id, width }): [string, Position] => {
    const { x, y } = graph.node(id)
    return [id, [x - width / 2, turned * y - cardAnchor]]
  })
  const left = places.reduce((least, [, [x]]) => Math.min(least, x), Number.POSITIVE_INFINITY)
  const top = places.reduce((least, [, [, y]]) => Math.min(least, y), Number.POSITIVE_INFINITY)
  return Object.fromEntries(places.map(([id, [x, y]]) => [id, [Math.round(x - left), Math.round(y - top)]]))
}

/** How many pairs of wires of one card lead to cards in the other order than their exits, less those that do not. */
function countTwists(
  boxes: readonly Box[],
  edges: readonly EdgeConfig[],
  heightOf: (id: string) => number | undefined,
): number {
  const branching = boxes.filter(({ exits = [] }) => exits.length > 1)
  return branching.reduce((sum, { id, exits = [] }) => {
    const wires = edges.flatMap(({ from, exit, to }) => {
      const [rank, y] = [exits.indexOf(exit ?? ''), heightOf(to)]
      return from !== id || rank < 0 || y === undefined ? [] : [{ rank, y }]
    })
    return sum + twistsOf(wires)
  }, 0)
}

function twistsOf(wires: readonly { readonly rank: number; readonly y: number }[]): number {
  const pairs = wires.flatMap((one, index) => wires.slice(index + 1).map((other) => [one, other] as const))
  return pairs.reduce((sum, [one, other]) => sum - Math.sign((one.rank - other.rank) * (one.y - other.y)), 0)
}

/** The steps of each group of an agent: they stay together. */
export function groupsOf(agent: AgentConfig): readonly (readonly string[])[] {
  return listGroups(agent).map(({ stepIds }) => stepIds)
}

type Places = Readonly<Record<string, Position>>

/**
 * Where tidied cards go among the places they had. What is pinned stays: the others are laid out around the first of
 * them, and give way to the rest. When nothing is pinned the top left corner stays.
 */
export function settleTidied(boxes: readonly Box[], from: Places, tidy: Places): Places {
  const isPinned = ({ id }: Box) => from[id]?.[2] !== undefined
  const pinned = boxes.filter(isPinned)
  const [anchor] = pinned
  const [here, there] = anchor ? [from[anchor.id], tidy[anchor.id]] : [cornerOf(from), cornerOf(tidy)]
  const [dx, dy] = here && there ? [here[0] - there[0], here[1] - there[1]] : [0, 0]
  const settled = pinned.map((box) => ({ ...box, ...pointOf(from[box.id]) }))
  const placed: typeof settled = []
  const places = boxes.flatMap((box): [string, Position][] => {
    if (isPinned(box)) return []
    const { x, y } = pointOf(tidy[box.id])
    const wanted = { ...box, x: x + dx, y: y + dy }
    const isFree = !settled.some((other) => touches(other, wanted))
    const place: Position = isFree ? [wanted.x, wanted.y] : nearestFreePlace([...settled, ...placed], wanted)
    // What gave way to a pinned one stands where the layout may have wanted another.
    ;(isFree ? placed : settled).push({ ...box, x: place[0], y: place[1] })
    return [[box.id, place]]
  })
  return Object.fromEntries(places)
}

function pointOf([x, y]: Position = [0, 0]): { readonly x: number; readonly y: number } {
  return { x, y }
}

function cornerOf(places: Places): Position {
  return Object.values(places).reduce<Position>(
    ([left, top], [x, y]) => [Math.min(left, x), Math.min(top, y)],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  )
}

/** Cards are aligned by where wires come in, not by their middle, so that a chain is straight whatever their heights. */
function belowWire(height: number): number {
  return height - cardAnchor
}
