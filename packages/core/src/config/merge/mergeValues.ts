import { isJsonObject } from '../../json/isJsonObject.ts'
import type { Json, JsonObject } from '../../json/Json.ts'
import { isProse } from '../difference/isProse.ts'
import type { MergePlace, MergeSides } from './MergeConflict.ts'
import type { Merging } from './Merging.ts'
import { mapSides } from './mapSides.ts'
import { mergeByIndex } from './mergeByIndex.ts'
import { mergeOrder } from './mergeOrder.ts'
import { mergeTexts } from './mergeTexts.ts'
import { sameJson } from './sameJson.ts'

type Values = MergeSides<Json | undefined>

/** What says which kind of thing an object is: where two differ in it, their other settings do not belong together. */
const kinds = ['strategyType', 'kind', 'type', 'provider']

/**
 * One value of an agent with the changes of both sides: objects key by key, texts by words, lists by the names of their
 * members. What cannot be both is settled.
 */
export function mergeValues(merging: Merging, place: MergePlace, values: Values): Json | undefined {
  const { base, mine, theirs } = values
  if (sameJson(mine, theirs) || sameJson(base, theirs)) return mine
  if (sameJson(base, mine)) return theirs
  if (isJsonObject(base) && isJsonObject(mine) && isJsonObject(theirs) && isSameKind(mine, theirs))
    return mergeObjects(merging, place, { base, mine, theirs })
  if (Array.isArray(base) && Array.isArray(mine) && Array.isArray(theirs)) {
    const merged = mergeLists(merging, place, { base, mine, theirs })
    if (merged !== undefined) return merged
  }
  if (typeof base === 'string' && typeof mine === 'string' && typeof theirs === 'string' && isProse(mine, theirs)) {
    const text = mergeTexts({ base, mine, theirs })
    if (text !== undefined) return text
  }
  return values[merging.settle(place, kindOf(place, values), values)]
}

/** Objects key by key; a key that somebody took away is away. */
export function mergeObjects(merging: Merging, place: MergePlace, objects: MergeSides<JsonObject>): JsonObject {
  const within = (key: string): MergePlace => ({ ...place, setting: [...place.setting, key] })
  return mergeEntries(objects, (key, values) => mergeValues(merging, within(key), values))
}

/** Objects key by key, each value as `merge` says. */
export function mergeEntries(
  objects: MergeSides<JsonObject>,
  merge: (key: string, values: Values) => Json | undefined,
): JsonObject {
  const keys = mapSides(objects, (object) => Object.keys(object))
  const merged = new Map(
    [...new Set([...keys.base, ...keys.mine, ...keys.theirs])].flatMap((key): [string, Json][] => {
      const value = merge(
        key,
        mapSides(objects, (object) => (Object.hasOwn(object, key) ? object[key] : undefined)),
      )
      return value === undefined ? [] : [[key, value]]
    }),
  )
  const order = mergeOrder(keys, (key) => merged.has(key))
  return Object.fromEntries(order.flatMap((key) => (merged.has(key) ? [[key, merged.get(key) ?? null]] : [])))
}

function mergeLists(
  merging: Merging,
  place: MergePlace,
  lists: MergeSides<readonly Json[]>,
): readonly Json[] | undefined {
  const within = (key: string): MergePlace => ({ ...place, setting: [...place.setting, key] })
  const named = [lists.base, lists.mine, lists.theirs].every(isNamed)
  if (named) return mergeMembers(mapSides(lists, byName), (key, values) => mergeValues(merging, within(key), values))
  return mergeByIndex(lists)
}

/** Lists whose members have names, each member as `merge` says. */
export function mergeMembers<Member extends Json>(
  lists: MergeSides<ReadonlyMap<string, Member>>,
  merge: (name: string, members: MergeSides<Member | undefined>) => Member | undefined,
): Member[] {
  const names = mapSides(lists, (list) => [...list.keys()])
  const merged = new Map(
    [...new Set([...names.base, ...names.mine, ...names.theirs])].flatMap((name): [string, Member][] => {
      const member = merge(
        name,
        mapSides(lists, (list) => list.get(name)),
      )
      return member === undefined ? [] : [[name, member]]
    }),
  )
  const order = mergeOrder(names, (name) => merged.has(name))
  return order.map((name) => merged.get(name)).filter((member) => member !== undefined)
}

function isNamed(list: readonly Json[]): boolean {
  const names = list.map(nameOf)
  return names.every((name) => name !== undefined) && new Set(names).size === names.length
}

function byName(list: readonly Json[]): ReadonlyMap<string, Json> {
  return new Map(list.map((item) => [nameOf(item) ?? '', item]))
}

function nameOf(item: Json): string | undefined {
  if (typeof item === 'string') return item
  const name = isJsonObject(item) ? (item.id ?? item.name) : undefined
  return typeof name === 'string' ? name : undefined
}

function isSameKind(mine: JsonObject, theirs: JsonObject): boolean {
  return kinds.every((key) => sameJson(mine[key], theirs[key]))
}

function kindOf({ setting }: MergePlace, { base, mine, theirs }: Values) {
  if (mine === undefined || theirs === undefined) return 'deleted'
  return base === undefined && setting.length === 0 ? 'sameName' : 'changed'
}
