import type { Json, JsonObject } from '../../json/Json.ts'
import type { AgentConfig } from '../AgentConfig.ts'
import { byName } from '../difference/byName.ts'
import { toJson } from '../difference/toJson.ts'
import { END, listEdges, START } from '../listEdges.ts'
import type { MergePlace, MergeSides, PlaceOf } from './MergeConflict.ts'
import type { Merging } from './Merging.ts'
import { mapSides } from './mapSides.ts'
import { mergeEdges } from './mergeEdges.ts'
import { mergeOrder } from './mergeOrder.ts'
import { mergeSteps } from './mergeSteps.ts'
import { sameJson } from './sameJson.ts'
import { takeChanged } from './takeChanged.ts'

/** The steps of an agent, and what connects them. */
export interface MergedGraph {
  readonly steps: readonly JsonObject[]
  readonly edges?: readonly JsonObject[]
}

/** Steps and edges, which depend on each other: an agent that lists no edges runs its steps in order. */
export function mergeGraph(merging: Merging, sides: MergeSides<AgentConfig>, placeOf: PlaceOf): MergedGraph {
  const members = mapSides(sides, ({ steps }) => byName(steps.map(toJson), 'id'))
  const isImplied = mapSides(sides, ({ edges }) => edges === undefined)
  const steps = mergeSteps(merging, (id) => placeOf('step', id), members, wiredAnew(sides))
  if (isImplied.base && isImplied.mine && isImplied.theirs)
    return { steps: orderSteps(merging, placeOf('setting', 'steps'), members, steps) }
  const { agentId } = placeOf('setting', 'edges')
  const edges = mergeEdges(merging, {
    agentId,
    edges: mapSides(sides, listEdges),
    steps: mapSides(members, (list) => new Set(list.keys())),
    kept: new Set(steps.map(({ id }) => String(id))),
    nameOf: (id) => placeOf('step', id).name,
  })
  return takeChanged(isImplied) && isChain(edges, steps) ? { steps } : { steps, edges }
}

/** Without edges the order of the steps is how they run: where both sides changed it, that is asked. */
function orderSteps(
  merging: Merging,
  place: MergePlace,
  members: MergeSides<ReadonlyMap<string, JsonObject>>,
  steps: readonly JsonObject[],
): readonly JsonObject[] {
  const byId = new Map(steps.map((step) => [String(step.id), step]))
  const { base, mine, theirs } = mapSides(members, (list) => [...list.keys()])
  const orders = {
    base,
    mine: mergeOrder({ base, mine, theirs }, (id) => byId.has(id)),
    theirs: mergeOrder({ base, mine: theirs, theirs: mine }, (id) => byId.has(id)),
  }
  const side = sameJson(orders.mine, orders.theirs) ? 'mine' : merging.settle(place, 'changed', namesOf(orders, byId))
  return orders[side].map((id) => byId.get(id)).filter((step) => step !== undefined)
}

function namesOf(orders: MergeSides<readonly string[]>, steps: ReadonlyMap<string, JsonObject>): MergeSides<Json> {
  return mapSides(orders, (ids) => ids.map((id) => String(steps.get(id)?.nodeName ?? id)))
}

/** The steps that each side leads an edge to, or from, that was not there. */
function wiredAnew({ base, mine, theirs }: MergeSides<AgentConfig>) {
  const known = new Set(listEdges(base).map(toEnds))
  const wired = (side: AgentConfig) =>
    new Set((side.edges ?? []).flatMap((edge) => (known.has(toEnds(edge)) ? [] : [edge.from, edge.to])))
  return { base: new Set<string>(), mine: wired(mine), theirs: wired(theirs) }
}

function toEnds({ from, exit, to }: { readonly from: string; readonly exit?: string; readonly to: string }): string {
  return JSON.stringify([from, exit ?? null, to])
}

/** Whether edges are those that are implied by the order of the steps. */
function isChain(edges: readonly JsonObject[], steps: readonly JsonObject[]): boolean {
  if (steps.length === 0) return edges.length === 0
  const names = [START, ...steps.map(({ id }) => String(id)), END]
  const chain = names.slice(1).map((to, index) => ({ from: names[index] ?? START, to }))
  const found = new Set(edges.map((edge) => JSON.stringify([edge.from, edge.to, Object.keys(edge).length])))
  return edges.length === chain.length && chain.every(({ from, to }) => found.has(JSON.stringify([from, to, 2])))
}
