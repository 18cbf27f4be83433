import { entryAt } from './entryAt.ts'
import type { StepGraph } from './StepGraph.ts'

/**
 * The steps that a run can never leave behind: whatever exit each of them takes, one of them runs next.
 *
 * Found from above: of all steps, those are taken away that have an exit which leads to none of the rest, until every
 * step left leads back among them by each of its exits.
 */
export function findEndless({ size, firings }: StepGraph): ReadonlySet<number> {
  const left = new Set(Array.from({ length: size }, (_, step) => step))
  const inside = firings.map((list) => list.map(({ targets }) => targets.length))
  const leading = listLeading(size, firings)
  const open = [...left].filter((step) => inside[step]?.includes(0))
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    if (!left.delete(step)) continue
    for (const { from, way } of entryAt(leading, step)) {
      const counts = entryAt(inside, from)
      counts[way] = entryAt(counts, way) - 1
      if (counts[way] === 0) open.push(from)
    }
  }
  return left
}

/** By step: the exits (step and number of the exit) that lead to it. */
function listLeading(size: number, firings: StepGraph['firings']): readonly { from: number; way: number }[][] {
  const leading: { from: number; way: number }[][] = Array.from({ length: size }, () => [])
  for (const [from, list] of firings.entries()) {
    for (const [way, { targets }] of list.entries()) for (const target of targets) leading[target]?.push({ from, way })
  }
  return leading
}
