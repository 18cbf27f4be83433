import type { MergeSides } from './MergeConflict.ts'

/** Of three values the one that somebody made another one of; where both did, mine. */
export function takeChanged<Value>(
  { base, mine, theirs }: MergeSides<Value>,
  isSame: (a: Value, b: Value) => boolean = Object.is,
): Value {
  return isSame(base, mine) ? theirs : mine
}
