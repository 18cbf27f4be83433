import { BitMatrix } from './BitMatrix.ts'
import { entryAt } from './entryAt.ts'
import { ROOT } from './findDominators.ts'
import { type Gain, gainAtJoins } from './gainAtJoins.ts'
import type { WriteFlow } from './WriteFlow.ts'

/** True when every run that comes to `step` has written `field` before. */
export type WrittenBefore = (step: number, field: number) => boolean

/**
 * Finds the fields that are certainly written before each step.
 *
 * Of ways that exclude each other a field must be written on all; of parallel branches that meet in a join on one, since
 * the join waits for them all. Unreachable steps have nothing written before them.
 */
export function findWritten(flow: WriteFlow): WrittenBefore {
  const { order, fields } = flow
  const size = order.steps.length
  const own = toRows(flow)
  const before = new BitMatrix(size, fields)
  const after = new BitMatrix(size, fields)
  for (let rank = 0; rank < size; rank += 1) after.fill(rank)
  const work: FlowRows = { before, after, own, next: new BitMatrix(1, fields), sources: listSources(flow) }
  const gains = gainAtJoins(flow, own)
  let changed = size > 0
  while (changed) {
    changed = false
    for (let rank = 0; rank < size; rank += 1) if (update(work, rank, gains.get(rank))) changed = true
  }
  return (step, field) => {
    const rank = order.ranks[step]
    return rank !== undefined && before.has(rank, field)
  }
}

interface FlowRows {
  /** By rank: written before the step begins, and when it has ended. */
  readonly before: BitMatrix
  readonly after: BitMatrix
  /** By rank: what the step itself writes. */
  readonly own: BitMatrix
  readonly next: BitMatrix
  /** By rank: the ranks it can be reached from in one go, `ROOT` for START. */
  readonly sources: readonly (readonly number[])[]
}

function toRows({ order, fields, writes }: WriteFlow): BitMatrix {
  const own = new BitMatrix(order.steps.length, fields)
  for (const [rank, step] of order.steps.entries()) {
    const written = entryAt(writes, step)
    if (written === 'all') own.fill(rank)
    else for (const field of written) own.add(rank, field)
  }
  return own
}

function listSources({ graph, order }: WriteFlow): readonly (readonly number[])[] {
  const starts = new Set(graph.starts)
  return order.steps.map((step) => {
    const ranks = entryAt(graph.previous, step).flatMap((source) => order.ranks[source] ?? [])
    return starts.has(step) ? [ROOT, ...ranks] : ranks
  })
}

/** Works out one step again from what leads to it; true when that changed what is written after it. */
function update({ before, after, own, next, sources }: FlowRows, rank: number, gain: Gain | undefined): boolean {
  next.fill(0)
  for (const source of entryAt(sources, rank)) {
    if (source === ROOT) next.clear(0)
    else next.intersect(0, after, source)
  }
  if (gain !== undefined) {
    next.union(0, gain.fields, 0)
    if (gain.since !== ROOT) next.union(0, after, gain.since)
  }
  before.copy(rank, next, 0)
  next.union(0, own, rank)
  return after.copy(rank, next, 0)
}
