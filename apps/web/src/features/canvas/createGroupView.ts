import type { AgentConfig } from '@petal/core/model'
import type { NodeChange } from '@xyflow/react'
import type { Box } from '../../editor/cardSize.ts'
import type { Selection } from '../../editor/EditorState.ts'
import { type Group, groupsWithin, listGroups } from '../../editor/groups.ts'
import type { CanvasEdge } from './CanvasEdge.ts'
import { inputHandle } from './cardGeometry.ts'
import { type GroupNode, groupNodeId, toGroupNode } from './groupNode.ts'
import { type NodePlaces, noteNodeId } from './noteNode.ts'
import { sayWire } from './sayWire.ts'
import type { CanvasNode, Flow } from './toFlow.ts'

/** Lays the groups of an agent over the flow of its cards, and reads what is done with them. */
export interface GroupView {
  /** The flow with a frame behind the cards of each group, or one card in their place; the same while it looks the same. */
  project(flow: Flow, agent: AgentConfig, selection: Selection): Flow
  /** The nodes with the frames around cards that are being moved. */
  follow(nodes: CanvasNode[], moving: NodePlaces): CanvasNode[]
  /** The moves with those of a group's members, where the group is moved. */
  toMoves(moves: NodePlaces): NodePlaces
  /** The changes with those of a group's members, where the group is no longer selected. */
  toChanges(changes: readonly NodeChange<CanvasNode>[]): readonly NodeChange<CanvasNode>[]
}

interface Shown {
  readonly node: GroupNode
  readonly memberIds: readonly string[]
}

export function createGroupView(): GroupView {
  let shown: Groups = new Map()
  let places: ReadonlyMap<string, CanvasNode> = new Map()
  let last:
    | { readonly from: Flow; readonly agent: AgentConfig; readonly selection: Selection; readonly flow: Flow }
    | undefined
  const redirected = new WeakMap<CanvasEdge, CanvasEdge>()
  const keep = (node: GroupNode): GroupNode => {
    const known = shown.get(node.id)?.node
    return known !== undefined && isSame(known, node) ? known : node
  }
  return {
    project(flow, agent, selection) {
      if (last?.from === flow && last.agent === agent && last.selection === selection) return last.flow
      places = new Map(flow.nodes.map((node) => [node.id, node]))
      const within = new Set(groupsWithin(agent, selection).map(({ id }) => id))
      const next = listGroups(agent).flatMap((group): [string, Shown][] => {
        const memberIds = membersOf(group)
        const box = boxAround(memberIds, places)
        return box
          ? [[groupNodeId(group.id), { node: keep(toGroupNode(group, box, within.has(group.id))), memberIds }]]
          : []
      })
      shown = new Map(next)
      const hidden = new Map(
        next.flatMap(([id, { node, memberIds }]) =>
          node.data.group.collapsed ? memberIds.map((member) => [member, id] as const) : [],
        ),
      )
      const nodes = flow.nodes.filter(({ id }) => !hidden.has(id))
      const made = {
        nodes: [...next.map(([, { node }]) => node), ...nodes],
        edges: redirect(flow.edges, hidden, shown, redirected),
      }
      last = { from: flow, agent, selection, flow: last && isSameFlow(last.flow, made) ? last.flow : made }
      return last.flow
    },
    follow(nodes, moving) {
      const byId = new Map(nodes.map((node) => [node.id, node]))
      return nodes.map((node) => {
        const memberIds = shown.get(node.id)?.memberIds ?? []
        if (node.type !== 'frame' || node.data.group.collapsed || !memberIds.some((id) => moving[id])) return node
        const box = boxAround(memberIds, byId)
        return box ? { ...toGroupNode(node.data.group, box, node.selected ?? false), dragging: true } : node
      })
    },
    toMoves: (moves) => movesOfMembers(moves, shown, places),
    toChanges: (changes) => changesOfMembers(changes, shown),
  }
}

type Groups = ReadonlyMap<string, Shown>

function movesOfMembers(moves: NodePlaces, shown: Groups, places: ReadonlyMap<string, CanvasNode>): NodePlaces {
  const more = Object.entries(moves).flatMap(([id, [x, y]]) => {
    const group = shown.get(id)
    if (group === undefined) return []
    const [dx, dy] = [x - group.node.position.x, y - group.node.position.y]
    return group.memberIds.flatMap((member): [string, NodePlaces[string]][] => {
      const place = places.get(member)?.position
      return place ? [[member, [place.x + dx, place.y + dy]]] : []
    })
  })
  return more.length === 0 ? moves : { ...Object.fromEntries(more), ...moves }
}

function changesOfMembers(
  changes: readonly NodeChange<CanvasNode>[],
  shown: Groups,
): readonly NodeChange<CanvasNode>[] {
  const more = changes.flatMap((change): NodeChange<CanvasNode>[] => {
    if (change.type !== 'select' || change.selected) return []
    return (shown.get(change.id)?.memberIds ?? []).map((id) => ({ ...change, id }))
  })
  return [...more, ...changes.filter((change) => change.type !== 'select' || !shown.has(change.id))]
}

function membersOf({ stepIds, noteIds }: Group): readonly string[] {
  return [...stepIds, ...noteIds.map(noteNodeId)]
}

function boxAround(ids: readonly string[], nodes: ReadonlyMap<string, CanvasNode>): Box | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const id of ids) {
    const node = nodes.get(id)
    if (node === undefined) continue
    const { x, y } = node.position
    ;[left, top] = [Math.min(left, x), Math.min(top, y)]
    ;[right, bottom] = [Math.max(right, x + (node.width ?? 0)), Math.max(bottom, y + (node.height ?? 0))]
  }
  return left === Infinity ? undefined : { x: left, y: top, width: right - left, height: bottom - top }
}

/** Wires into and out of a collapsed group end at it, several from one exit or between two groups as one; those within are not drawn. */
function redirect(
  edges: CanvasEdge[],
  hidden: ReadonlyMap<string, string>,
  groups: Groups,
  known: WeakMap<CanvasEdge, CanvasEdge>,
): CanvasEdge[] {
  if (hidden.size === 0) return edges
  const seen = new Set<string>()
  return edges.flatMap((edge) => {
    const [source, target] = [hidden.get(edge.source) ?? edge.source, hidden.get(edge.target) ?? edge.target]
    if (source === edge.source && target === edge.target) return [edge]
    // Each exit of a card that can be seen keeps its wire: it would look as if it led nowhere.
    const ends = JSON.stringify([source, target, source === edge.source ? edge.sourceHandle : null])
    if (source === target || seen.has(ends)) return []
    seen.add(ends)
    const before = known.get(edge)
    const ended = toEnds(edge, source, target, groups)
    const isKnown = before?.source === source && before.target === target && before.ariaLabel === ended.ariaLabel
    const made = isKnown ? before : ended
    known.set(edge, made)
    return [made]
  })
}

function toEnds(edge: CanvasEdge, source: string, target: string, groups: Groups): CanvasEdge {
  const { data } = edge
  const titleOf = (id: string) => groups.get(id)?.node.data.group.title
  const words = data && {
    // Of one that is drawn for several it would be one of their exits.
    ...(source === edge.source ? data.words : { from: titleOf(source) ?? data.words.from, exit: '' }),
    to: titleOf(target) ?? data.words.to,
  }
  return {
    ...edge,
    source,
    target,
    sourceHandle: source === edge.source ? (edge.sourceHandle ?? null) : 'out',
    targetHandle: inputHandle,
    reconnectable: false,
    ...(data && words ? { ariaLabel: sayWire(words), data: { drawn: data.drawn, layout: undefined, words } } : {}),
  }
}

function isSame(a: GroupNode, b: GroupNode): boolean {
  const samePlace = a.position.x === b.position.x && a.position.y === b.position.y
  const sameSize = a.width === b.width && a.height === b.height
  const sameLook = JSON.stringify(a.data.group) === JSON.stringify(b.data.group)
  return samePlace && sameSize && a.selected === b.selected && sameLook
}

function isSameFlow(a: Flow, b: Flow): boolean {
  return sameItems(a.nodes, b.nodes) && sameItems(a.edges, b.edges)
}

function sameItems<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index])
}
