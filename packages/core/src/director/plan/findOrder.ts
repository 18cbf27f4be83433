import { entryAt } from './entryAt.ts'
import type { StepGraph } from './StepGraph.ts'

/**
 * The reachable steps in an order in which every edge leads forward but those that close a loop. Kernels work with
 * ranks in this order, so that "a < b" means "b cannot lead to a, unless through a loop".
 */
export interface StepOrder {
  /** Step numbers by rank. */
  readonly steps: readonly number[]
  /** Rank by step number; `undefined` for a step that START does not lead to. */
  readonly ranks: readonly (number | undefined)[]
}

/** Orders the steps by a depth-first walk from START, in step order. Linear, and without recursion: chains are long. */
export function findOrder({ size, starts, next }: StepGraph): StepOrder {
  const seen = new Uint8Array(size)
  const finished: number[] = []
  const open: { readonly step: number; child: number }[] = []
  for (const start of starts) {
    if (seen[start] === 1) continue
    seen[start] = 1
    open.push({ step: start, child: 0 })
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const child = next[top.step]?.[top.child]
      if (child === undefined) {
        finished.push(top.step)
        open.pop()
        continue
      }
      top.child += 1
      if (seen[child] === 1) continue
      seen[child] = 1
      open.push({ step: child, child: 0 })
    }
  }
  const steps = finished.reverse()
  const ranks: (number | undefined)[] = Array.from({ length: size })
  for (const [rank, step] of steps.entries()) ranks[step] = rank
  return { steps, ranks }
}

/** True for an edge that leads back, closing a loop. Both ends must be reachable. */
export function isLoop({ ranks }: StepOrder, from: number, to: number): boolean {
  return entryAt(ranks, to) <= entryAt(ranks, from)
}
