import type { Json, JsonObject } from '../../json/Json.ts'
import type { EdgeConfig } from '../AgentConfig.ts'
import { freeName } from '../difference/byName.ts'
import { toJson } from '../difference/toJson.ts'
import type { MergePlace, MergeSides } from './MergeConflict.ts'
import type { Merging } from './Merging.ts'
import { mapSides } from './mapSides.ts'
import { mergeMembers, mergeObjects, mergeValues } from './mergeValues.ts'
import { sameJson } from './sameJson.ts'

/** Edges by what they connect. */
type Edges = ReadonlyMap<string, JsonObject>

export interface EdgesToMerge {
  readonly agentId: string | undefined
  readonly edges: MergeSides<readonly EdgeConfig[]>
  /** The ids of the steps there are on each side. */
  readonly steps: MergeSides<ReadonlySet<string>>
  /** The ids of the steps that are in the merged agent. */
  readonly kept: ReadonlySet<string>
  /** What people call a step. */
  nameOf(stepId: string): string
}

/** Edges by `from`, exit and `to`. Where every side leads an exit to one step at most, to which is one question. */
export function mergeEdges(merging: Merging, task: EdgesToMerge): JsonObject[] {
  const edges = mapSides(task.edges, byEnds)
  const exits = mapSides(edges, byExit)
  const settled = new Map(
    [...new Set([...exits.base.keys(), ...exits.mine.keys(), ...exits.theirs.keys()])].map((exit) => [
      exit,
      settleExit(
        merging,
        task,
        mapSides(exits, (side) => side.get(exit) ?? new Map()),
      ),
    ]),
  )
  const merged = mergeMembers(edges, (key, sides) => {
    const choice = settled.get(exitOf(sides.mine ?? sides.theirs ?? sides.base))
    return choice === undefined ? mergeEdge(merging, task, sides) : choice.get(key)
  })
  return merged.filter((edge) => !isLeftBehind(edge, edges, task))
}

/** The edges of one exit where they are not simply to be merged; undefined where they are. */
function settleExit(merging: Merging, task: EdgesToMerge, exits: MergeSides<Edges>): Edges | undefined {
  const [base, mine, theirs] = [exits.base, exits.mine, exits.theirs].map((exit) => exit.values().next().value)
  const from = String((mine ?? theirs ?? base)?.from)
  if (task.kept.has(from) && !(task.steps.mine.has(from) && task.steps.theirs.has(from)))
    return task.steps.mine.has(from) ? exits.mine : exits.theirs
  const isOneQuestion = Math.max(exits.base.size, exits.mine.size, exits.theirs.size) === 1
  const ends = mapSides({ base, mine, theirs }, (edge) => edge?.to)
  const isUndisputed = ends.mine === ends.theirs || ends.base === ends.mine || ends.base === ends.theirs
  if (!isOneQuestion || isUndisputed || isGone(from, task)) return undefined
  const edge = mine ?? theirs
  const place = { ...placeOf(edge, task), id: exitOf(edge), name: task.nameOf(from), setting: ['to'] }
  const names = mapSides(ends, (to): Json | undefined => (to === undefined ? undefined : task.nameOf(String(to))))
  const kind = ends.mine === undefined || ends.theirs === undefined ? 'deleted' : 'changed'
  return exits[merging.settle(place, kind, names)]
}

function mergeEdge(
  merging: Merging,
  task: EdgesToMerge,
  sides: MergeSides<JsonObject | undefined>,
): JsonObject | undefined {
  const { base = {}, mine, theirs } = sides
  if (sameJson(mine, theirs)) return mine
  const place = placeOf(mine ?? theirs, task)
  if (mine !== undefined && theirs !== undefined) return mergeObjects(merging, place, { base, mine, theirs })
  const edge = mergeValues(merging, place, sides)
  return edge === undefined ? undefined : Object(edge)
}

/** Whether an edge is all that is left of a step that was deleted: its side had not heard of that. */
function isLeftBehind(edge: JsonObject, edges: MergeSides<Edges>, task: EdgesToMerge): boolean {
  return [edge.from, edge.to].some((end) => {
    const id = String(end)
    if (!isGone(id, task)) return false
    const without = (['mine', 'theirs'] as const).filter((side) => !task.steps[side].has(id))
    return !without.some((side) => [...edges[side].values()].some((known) => sameJson(known, edge)))
  })
}

/** A step that was there for somebody, and is not in the merged agent. */
function isGone(id: string, { steps, kept }: EdgesToMerge): boolean {
  return !kept.has(id) && (steps.base.has(id) || steps.mine.has(id) || steps.theirs.has(id))
}

function placeOf(edge: JsonObject | undefined, { agentId, nameOf }: EdgesToMerge): MergePlace {
  const { from, exit, to } = edge ?? {}
  return {
    part: 'edge',
    ...(agentId === undefined ? {} : { agentId }),
    id: `${from} ${exit ?? '*'} ${to}`,
    name: `${nameOf(String(from))} → ${nameOf(String(to))}`,
    setting: [],
    ...(typeof exit === 'string' ? { exit } : {}),
  }
}

function byEnds(list: readonly EdgeConfig[]): Edges {
  const edges = new Map<string, JsonObject>()
  for (const edge of list) {
    const ends = JSON.stringify([edge.from, edge.exit ?? null, edge.to])
    edges.set(
      freeName((taken) => edges.has(taken), ends),
      toJson(edge),
    )
  }
  return edges
}

function byExit(edges: Edges): ReadonlyMap<string, Edges> {
  const exits = new Map<string, Map<string, JsonObject>>()
  for (const [key, edge] of edges) {
    const exit = exitOf(edge)
    exits.set(exit, (exits.get(exit) ?? new Map<string, JsonObject>()).set(key, edge))
  }
  return exits
}

function exitOf(edge: JsonObject | undefined): string {
  return JSON.stringify([edge?.from, edge?.exit ?? null])
}
