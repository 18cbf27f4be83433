import { entryAt } from './entryAt.ts'
import { isLoop, type StepOrder } from './findOrder.ts'
import type { Fork, StepGraph } from './StepGraph.ts'

interface LoopJoins {
  readonly graph: StepGraph
  readonly order: StepOrder
  readonly forks: readonly Fork[]
  areParallel(a: number, b: number): boolean
}

/**
 * A loop can carry a branch back to before the fork it came from while another branch goes on. Wherever the two can
 * meet again is a join. Rare, so this is generous: it takes every step with two ways in that both can reach. A step
 * that waits needlessly only waits for what is running.
 */
export function findLoopJoins({ graph, order, forks, areParallel }: LoopJoins): ReadonlySet<number> {
  const joins = new Set<number>()
  for (const from of order.steps) {
    for (const to of entryAt(graph.next, from)) {
      if (!isLoop(order, from, to)) continue
      const started = forks.filter((fork) => fork.from === from && fork.targets.includes(to))
      const running = order.steps.filter(
        (step) => areParallel(from, step) || started.some(({ targets }) => targets.includes(step)),
      )
      const others = running.filter((step) => step !== to && !areParallel(step, to))
      if (others.length === 0) continue
      const again = reach(graph, [to])
      const onward = reach(graph, others)
      for (const step of again) if (onward.has(step) && countWaysIn(graph, step) > 1) joins.add(step)
    }
  }
  return joins
}

function countWaysIn({ starts, previous }: StepGraph, step: number): number {
  return entryAt(previous, step).length + (starts.includes(step) ? 1 : 0)
}

/** The given steps and all they lead to, loops included. */
function reach({ next }: StepGraph, from: readonly number[]): ReadonlySet<number> {
  const found = new Set(from)
  const open = [...from]
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    for (const to of entryAt(next, step)) {
      if (found.has(to)) continue
      found.add(to)
      open.push(to)
    }
  }
  return found
}
