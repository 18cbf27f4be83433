import type { MergeSides } from './MergeConflict.ts'

/** The same of each of the three. */
export function mapSides<From, To>({ base, mine, theirs }: MergeSides<From>, map: (side: From) => To): MergeSides<To> {
  return { base: map(base), mine: map(mine), theirs: map(theirs) }
}
