import { entryAt } from './entryAt.ts'
import type { StepOrder } from './findOrder.ts'
import type { StepGraph } from './StepGraph.ts'

/** Stands for START, which comes before every step. */
export const ROOT = -1

/**
 * By rank: the rank of the last step that every way to it passes, or `ROOT` when there is none (the algorithm of Cooper,
 * Harvey and Kennedy: in this order two or three passes are enough).
 */
export function findDominators(graph: StepGraph, order: StepOrder): readonly number[] {
  const starts = new Set(graph.starts)
  const dominators = order.steps.map((step): number | undefined => (starts.has(step) ? ROOT : undefined))
  const before = order.steps.map((step) => entryAt(graph.previous, step).flatMap((source) => order.ranks[source] ?? []))
  for (let changed = true; changed; ) {
    changed = false
    for (const [rank, sources] of before.entries()) {
      if (dominators[rank] === ROOT) continue
      const known = sources.filter((source) => source !== rank && dominators[source] !== undefined)
      // The step from which the walk came to it stands before it: one is known.
      const found = known.reduce((met, source) => meet(dominators, met, source))
      if (found === dominators[rank]) continue
      dominators[rank] = found
      changed = true
    }
  }
  return order.steps.map((_, rank) => entryAt(dominators, rank))
}

/** True when every way to `rank` passes `other`, or they are the same. */
export function dominates(dominators: readonly number[], other: number, rank: number): boolean {
  let at = rank
  while (at > other) at = entryAt(dominators, at)
  return at === other
}

function meet(dominators: readonly (number | undefined)[], a: number, b: number): number {
  let [first, second] = [a, b]
  while (first !== second) {
    if (first > second) first = entryAt(dominators, first)
    else second = entryAt(dominators, second)
  }
  return first
}
