import { BitMatrix } from './BitMatrix.ts'
import { entryAt } from './entryAt.ts'
import { findLoopJoins } from './findLoopJoins.ts'
import { isLoop, type StepOrder } from './findOrder.ts'
import type { Fork, StepGraph } from './StepGraph.ts'

/** Which steps run at the same time, and where parallel branches meet. */
export interface Parallel {
  /** False for an agent in which only one step ever runs at a time. */
  readonly forked: boolean
  /** True when two steps stand on branches that can run at the same time. */
  areParallel(a: number, b: number): boolean
  /** The steps that two branches running at the same time can both lead into. */
  readonly joins: ReadonlySet<number>
}

const nothingParallel: Parallel = { forked: false, areParallel: () => false, joins: new Set() }

/**
 * Two steps are *apart* when paths that share no step lead to them from two steps that start together: from one exit, or
 * from START. Since exits of one step exclude each other and such paths share no step, both really can be taken.
 *
 * - Steps that are apart, neither leading to the other, can run at the same time.
 * - A step with two steps just before it that are apart is a join: two branches can arrive, and it waits for both.
 *   Branches that part at a condition are not apart, so where they meet is no join.
 *
 * Being apart is inherited along edges: one pass over the steps in order finds it, always following the later of two
 * steps back. Costs edges × steps / 32, plus the pairs that are apart; nothing for agents without a fork.
 */
export function findParallel(graph: StepGraph, order: StepOrder): Parallel {
  const forks = listForks(graph, order)
  if (forks.every(({ targets }) => targets.length < 2)) return nothingParallel
  const lines = followLines(graph, order)
  const peers = listPeers(order, forks)
  const { apart, joins } = followForks(lines, peers)
  const areParallel = (a: number, b: number) => {
    const [first, second] = [order.ranks[a], order.ranks[b]]
    if (first === undefined || second === undefined || !apart.has(first, second)) return false
    return !lines.ancestors.has(Math.max(first, second), Math.min(first, second))
  }
  const found = new Set(joins.map((rank) => entryAt(order.steps, rank)))
  for (const step of findLoopJoins({ graph, order, forks, areParallel })) found.add(step)
  return { forked: true, areParallel, joins: found }
}

function listForks({ starts, firings }: StepGraph, { steps }: StepOrder): readonly Fork[] {
  const inner = steps.flatMap((from) => entryAt(firings, from).map(({ targets }): Fork => ({ from, targets })))
  return [{ from: undefined, targets: starts }, ...inner].filter(({ targets }) => targets.length > 1)
}

/** What leads to what, by rank, loops left out. */
interface Lines {
  readonly ancestors: BitMatrix
  readonly descendants: BitMatrix
  /** By rank, the ranks just before it. */
  readonly before: readonly (readonly number[])[]
  /** By rank, the highest rank that an edge from a lower rank leads to. */
  readonly spans: readonly number[]
}

function followLines(graph: StepGraph, order: StepOrder): Lines {
  const size = order.steps.length
  const before = order.steps.map((step, rank) =>
    entryAt(graph.previous, step)
      .flatMap((source) => order.ranks[source] ?? [])
      .filter((source) => source < rank),
  )
  const ancestors = new BitMatrix(size, size)
  const descendants = new BitMatrix(size, size)
  const farthest = order.steps.map(() => 0)
  for (const [rank, sources] of before.entries()) {
    for (const source of sources) {
      ancestors.add(rank, source)
      ancestors.union(rank, ancestors, source)
      farthest[source] = Math.max(entryAt(farthest, source), rank)
    }
  }
  for (let rank = size - 1; rank >= 0; rank -= 1) {
    for (const source of entryAt(before, rank)) {
      descendants.add(source, rank)
      descendants.union(source, descendants, rank)
    }
  }
  let span = Math.max(0, ...graph.starts.map((step) => entryAt(order.ranks, step)))
  const spans = farthest.map((own) => {
    const reached = span
    span = Math.max(span, own)
    return reached
  })
  return { ancestors, descendants, before, spans }
}

/** By rank: the ranks of the steps that start together with it. One that a loop returns to does not start there. */
function listPeers(order: StepOrder, forks: readonly Fork[]): readonly (readonly number[])[] {
  const peers: number[][] = order.steps.map(() => [])
  for (const { from, targets } of forks) {
    const forward = targets.filter((to) => from === undefined || !isLoop(order, from, to))
    const ranks = forward.map((step) => entryAt(order.ranks, step))
    for (const rank of ranks) peers[rank]?.push(...ranks.filter((other) => other !== rank))
  }
  return peers
}

/** Finds what is apart, and the joins, as ranks. */
function followForks({ ancestors, descendants, before, spans }: Lines, peers: readonly (readonly number[])[]) {
  const size = before.length
  const apart = new BitMatrix(size, size)
  const joins: number[] = []
  const scratch = new BitMatrix(3, size)
  const [lower, sources, started] = [0, 1, 2]
  for (const [rank, ranksBefore] of before.entries()) {
    scratch.clear(sources)
    for (const source of ranksBefore) {
      scratch.add(sources, source)
      apart.union(rank, apart, source)
    }
    scratch.clear(started)
    for (const peer of entryAt(peers, rank)) {
      scratch.add(started, peer)
      scratch.union(started, descendants, peer)
    }
    scratch.intersect(started, scratch, lower)
    const meets = ranksBefore.some((source) => apart.meets(source, scratch, sources))
    if (meets || scratch.meets(started, scratch, sources)) joins.push(rank)
    apart.union(rank, scratch, started)
    // Where every way leads through this step, nothing before it can arrive by another way later.
    if (entryAt(spans, rank) <= rank) apart.subtract(rank, ancestors, rank)
    for (const other of apart.list(rank)) apart.add(other, rank)
    scratch.add(lower, rank)
  }
  return { apart, joins }
}
