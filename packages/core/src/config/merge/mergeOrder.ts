import type { MergeSides } from './MergeConflict.ts'

/**
 * The names that are kept, in the order of whoever changed it; where both did, in mine. What only the other side has
 * stands behind what it stood behind there.
 */
export function mergeOrder(
  { base, mine, theirs }: MergeSides<readonly string[]>,
  isKept: (name: string) => boolean,
): readonly string[] {
  const leads = isInOrder(theirs, base) || !isInOrder(mine, base)
  const [lead, other] = leads ? [mine, theirs] : [theirs, mine]
  const order = lead.filter(isKept)
  const known = new Set(order)
  let previous: string | undefined
  for (const name of other) {
    if (!isKept(name)) continue
    if (!known.has(name)) {
      order.splice(previous === undefined ? 0 : order.indexOf(previous) + 1, 0, name)
      known.add(name)
    }
    previous = name
  }
  return order
}

/** Whether what two lists have in common stands in both in the same order. */
function isInOrder(list: readonly string[], other: readonly string[]): boolean {
  const [own, others] = [new Set(list), new Set(other)]
  const common = other.filter((name) => own.has(name))
  return list.filter((name) => others.has(name)).every((name, index) => name === common[index])
}
