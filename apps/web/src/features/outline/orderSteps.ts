import type { StepConfig } from '@petal/core/model'
import type { OutlineWay } from './OutlineRow.ts'

/** The steps of an agent as a run reaches them, and those that it never does. */
export interface StepsInOrder {
  readonly reached: readonly StepConfig[]
  readonly unreached: readonly StepConfig[]
}

/**
 * Orders steps so that each stands behind all that lead to it, unless through a loop, and what follows the first exit
 * before what follows the second. Without recursion: chains are long.
 */
export function orderSteps(
  steps: ReadonlyMap<string, StepConfig>,
  waysOf: (from: string) => readonly OutlineWay[],
): StepsInOrder {
  // Last exit first, because the whole is turned round in the end.
  const targetsOf = (id: string) =>
    waysOf(id)
      .flatMap(({ edge }) => (steps.has(edge.to) ? [edge.to] : []))
      .reverse()
  const seen = new Set<string>()
  const finished: string[] = []
  const open = [{ id: 'START', targets: targetsOf('START'), next: 0 }]
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const target = top.targets[top.next]
    top.next += 1
    if (target === undefined) {
      finished.push(top.id)
      open.pop()
    } else if (!seen.has(target)) {
      seen.add(target)
      open.push({ id: target, targets: targetsOf(target), next: 0 })
    }
  }
  return {
    reached: finished.reverse().flatMap((id) => steps.get(id) ?? []),
    unreached: [...steps.values()].filter(({ id }) => !seen.has(id)),
  }
}
