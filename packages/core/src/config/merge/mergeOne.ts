import { isJsonObject } from '../../json/isJsonObject.ts'
import type { JsonObject } from '../../json/Json.ts'
import type { AgentConfig } from '../AgentConfig.ts'
import { byName } from '../difference/byName.ts'
import { nameThings } from '../difference/nameThings.ts'
import { toJson } from '../difference/toJson.ts'
import type { MergePlace, MergeSides, PlaceOf } from './MergeConflict.ts'
import type { Merging } from './Merging.ts'
import { mapSides } from './mapSides.ts'
import { mergeGraph } from './mergeGraph.ts'
import { mergeLayout } from './mergeLayout.ts'
import { mergeEntries, mergeMembers, mergeValues } from './mergeValues.ts'
import { sameJson } from './sameJson.ts'
import { takeChanged } from './takeChanged.ts'
import { withFreeIds } from './withFreeIds.ts'

/** One agent; those of its file go through it, too. */
export function mergeOne(merging: Merging, given: MergeSides<AgentConfig>, agentId?: string): AgentConfig {
  const sides = { ...given, theirs: withFreeIds(given) }
  const names = nameThings(sides.theirs, sides.mine)
  const placeOf: PlaceOf = (part, id) => ({
    part,
    ...(agentId === undefined ? {} : { agentId }),
    id,
    name: names[part]?.get(id) ?? id,
    setting: [],
  })
  const graph = mergeGraph(merging, sides, placeOf)
  const merged = {
    ...mergeSettings(merging, sides, placeOf),
    ...graph,
    ...mergeNamed(merging, sides, placeOf),
    ...mergeInner(merging, sides, placeOf),
    layout: mergeLayout(sides, new Set(graph.steps.map(({ id }) => String(id)))),
  }
  // Each part of it was taken from one of three agents, member by member, so that it has their shape.
  return merged as object as AgentConfig
}

/** Everything that is neither a list of things nor a place. */
function mergeSettings(merging: Merging, sides: MergeSides<AgentConfig>, placeOf: PlaceOf): JsonObject {
  const settings = mapSides(sides, ({ steps, edges, tools, notes, groups, agents, layout, ...rest }) => toJson(rest))
  return mergeEntries(settings, (key, values) => {
    if (key !== 'stateType') return mergeValues(merging, placeOf('setting', key), values)
    return mergeStateType(
      merging,
      mapSides(sides, ({ stateType }) => toJson(stateType)),
      placeOf,
    )
  })
}

function mergeStateType(merging: Merging, sides: MergeSides<JsonObject>, placeOf: PlaceOf): JsonObject {
  const place = placeOf('setting', 'stateType')
  return mergeEntries(sides, (key, values) => {
    if (key !== 'fields') return mergeValues(merging, { ...place, setting: [key] }, values)
    const fields = mapSides(values, (side) => (isJsonObject(side) ? side : {}))
    return mergeEntries(fields, (name, field) => mergeValues(merging, placeOf('field', name), field))
  })
}

const named = [
  { key: 'tools', part: 'tool', called: 'name' },
  { key: 'notes', part: 'note', called: 'id' },
  { key: 'groups', part: 'group', called: 'id' },
] as const

/** What stands in lists, by its name there. */
function mergeNamed(merging: Merging, sides: MergeSides<AgentConfig>, placeOf: PlaceOf): JsonObject {
  const lists = named.flatMap(({ key, part, called }): [string, JsonObject[]][] => {
    const members = mapSides(sides, (side) => byName((side[key] ?? []).map(toJson), called))
    const merged = mergeMembers(members, (name, values) => {
      const value = mergeValues(merging, placeOf(part, name), values)
      return isJsonObject(value) ? value : undefined
    })
    const isThere = merged.length > 0 || takeChanged(mapSides(sides, (side) => side[key] !== undefined))
    return isThere ? [[key, merged]] : []
  })
  return Object.fromEntries(lists)
}

/** The agents of the file. */
function mergeInner(
  merging: Merging,
  sides: MergeSides<AgentConfig>,
  placeOf: PlaceOf,
): { readonly agents?: Readonly<Record<string, AgentConfig>> } {
  const lists = mapSides(sides, ({ agents = {} }) => new Map(Object.entries(agents)))
  const ids = [...new Set([...lists.mine.keys(), ...lists.theirs.keys()])]
  const merged = ids.flatMap((id): [string, AgentConfig][] => {
    const agent = mergeAgent(
      merging,
      placeOf('agent', id),
      mapSides(lists, (list) => list.get(id)),
    )
    return agent === undefined ? [] : [[id, agent]]
  })
  const isThere = merged.length > 0 || takeChanged(mapSides(sides, ({ agents }) => agents !== undefined))
  return isThere ? { agents: Object.fromEntries(merged) } : {}
}

function mergeAgent(
  merging: Merging,
  place: MergePlace,
  sides: MergeSides<AgentConfig | undefined>,
): AgentConfig | undefined {
  const { base, mine, theirs } = sides
  if (base !== undefined && mine !== undefined && theirs !== undefined)
    return mergeOne(merging, { base, mine, theirs }, place.id)
  const values = mapSides(sides, (side) => (side === undefined ? undefined : toJson(side)))
  if (sameJson(values.mine, values.theirs) || sameJson(values.base, values.theirs)) return mine
  if (sameJson(values.base, values.mine)) return theirs
  const kind = mine === undefined || theirs === undefined ? 'deleted' : 'sameName'
  return sides[merging.settle({ ...place, agentId: place.id }, kind, values)]
}
