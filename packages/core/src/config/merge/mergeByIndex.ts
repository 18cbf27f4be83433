import { isJsonObject } from '../../json/isJsonObject.ts'
import type { Json } from '../../json/Json.ts'
import type { MergeSides } from './MergeConflict.ts'
import { mapSides } from './mapSides.ts'
import { sameJson } from './sameJson.ts'
import { takeChanged } from './takeChanged.ts'

type Lists = MergeSides<readonly Json[]>

/**
 * Lists of objects without names, by where each stands. That is sure only as long as nothing moved: undefined where a
 * side took something away or put it elsewhere, and where both touched one object, or both added some.
 */
export function mergeByIndex(lists: Lists): readonly Json[] | undefined {
  const { base, mine, theirs } = lists
  if (![base, mine, theirs].every((list) => list.every((item) => isJsonObject(item)))) return undefined
  if (!isInPlace(base, mine) || !isInPlace(base, theirs)) return undefined
  const longest = mine.length < theirs.length ? theirs : mine
  const items = longest.map((_, index) => mapSides(lists, (list) => list[index]))
  if (items.some(isTouchedTwice)) return undefined
  return items.map((item) => takeChanged(item, sameJson)).filter((item) => item !== undefined)
}

/** Whether what is at its place in the one list is there in the other, too, or was changed there; more may follow. */
function isInPlace(base: readonly Json[], side: readonly Json[]): boolean {
  const hasMoved = (item: Json, index: number) =>
    !sameJson(item, base[index]) && base.some((other) => sameJson(other, item))
  return side.length >= base.length && !side.some(hasMoved)
}

function isTouchedTwice({ base, mine, theirs }: MergeSides<Json | undefined>): boolean {
  return !sameJson(base, mine) && !sameJson(base, theirs) && !sameJson(mine, theirs)
}
