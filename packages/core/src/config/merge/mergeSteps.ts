import type { JsonObject } from '../../json/Json.ts'
import type { MergePlace, MergeSides } from './MergeConflict.ts'
import type { Merging } from './Merging.ts'
import { mergeMembers, mergeValues } from './mergeValues.ts'
import { sameJson } from './sameJson.ts'

type Steps = ReadonlyMap<string, JsonObject>

/** Steps by id. `wired`: those that each side gave an edge they did not have. */
export function mergeSteps(
  merging: Merging,
  placeOf: (id: string) => MergePlace,
  steps: MergeSides<Steps>,
  wired: MergeSides<ReadonlySet<string>>,
): JsonObject[] {
  return mergeMembers(steps, (id, sides) => {
    const { base, mine, theirs } = sides
    // Who leads an edge to a step means to keep it, though the step itself is as it was.
    const isWanted =
      (mine === undefined && wired.theirs.has(id) && sameJson(base, theirs)) ||
      (theirs === undefined && wired.mine.has(id) && sameJson(base, mine))
    if (base !== undefined && isWanted) return sides[merging.settle(placeOf(id), 'deleted', sides)]
    return asObject(mergeValues(merging, placeOf(id), sides))
  })
}

/** Merged objects are objects. */
function asObject(value: ReturnType<typeof mergeValues>): JsonObject | undefined {
  return value === undefined ? undefined : Object(value)
}
