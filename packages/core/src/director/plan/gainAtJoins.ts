import { BitMatrix } from './BitMatrix.ts'
import { entryAt } from './entryAt.ts'
import { dominates, findDominators, ROOT } from './findDominators.ts'
import type { WriteFlow } from './WriteFlow.ts'

/** What parallel branches have written for certain when they meet: one row of fields, on top of what `since` left. */
export interface Gain {
  /** The rank of the last step that every way to the join passes, or `ROOT`. */
  readonly since: number
  readonly fields: BitMatrix
}

/** By rank of a join: what is written for certain on the ways to it. `own` has the fields each step writes, by rank. */
export function gainAtJoins(flow: WriteFlow, own: BitMatrix): ReadonlyMap<number, Gain> {
  const gains = new Map<number, Gain>()
  if (flow.joins.size === 0) return gains
  const dominators = findDominators(flow.graph, flow.order)
  if (hasLoopWithTwoWaysIn(flow, dominators)) return gains
  for (const join of flow.joins) {
    const rank = entryAt(flow.order.ranks, join)
    const since = entryAt(dominators, rank)
    gains.set(rank, { since, fields: new Region(flow, since, rank).gain(own) })
  }
  return gains
}

/**
 * A loop that can be entered past its first step: then what stands behind a step in the order may still run before it,
 * and nothing is certain about branches. Nobody draws such loops on purpose.
 */
function hasLoopWithTwoWaysIn({ graph, order }: WriteFlow, dominators: readonly number[]): boolean {
  return order.steps.some((step, rank) =>
    entryAt(graph.next, step).some((to) => {
      const back = entryAt(order.ranks, to)
      return back < rank && !dominates(dominators, back, rank)
    }),
  )
}

/** The steps between a join and the step that every way to it passes. */
class Region {
  readonly #flow: WriteFlow
  readonly #since: number
  readonly #join: number
  readonly #ranks: ReadonlySet<number>
  /** By rank (counted from `since`): what is written once the step runs, whatever exits are taken. */
  readonly #forced: BitMatrix
  readonly #exit: BitMatrix

  constructor(flow: WriteFlow, since: number, join: number) {
    this.#flow = flow
    this.#since = since
    this.#join = join
    this.#ranks = listBetween(flow, since, join)
    this.#forced = new BitMatrix(join - since, flow.fields)
    this.#exit = new BitMatrix(1, flow.fields)
  }

  /** What the region writes for certain: of each step's exits the least, of each exit's branches all. */
  gain(own: BitMatrix): BitMatrix {
    for (const rank of [...this.#ranks].sort((a, b) => b - a)) {
      const row = rank - this.#since
      this.#forced.fill(row)
      for (const targets of this.#exitsOf(rank)) {
        const leads = this.#follow(rank, targets)
        // A loop is left in the end, or the join is never reached: only the other exits count.
        if (leads !== 'back') this.#forced.intersect(row, this.#exit, 0)
      }
      this.#forced.union(row, own, rank)
    }
    const gain = new BitMatrix(1, this.#flow.fields)
    gain.fill(0)
    for (const targets of this.#exitsOf(this.#since)) {
      if (this.#follow(this.#since, targets) === 'on') gain.intersect(0, this.#exit, 0)
    }
    return gain
  }

  #exitsOf(rank: number): readonly (readonly number[])[] {
    const { graph, order } = this.#flow
    if (rank === ROOT) return [graph.starts]
    return entryAt(graph.firings, entryAt(order.steps, rank)).map(({ targets }) => targets)
  }

  /** Gathers in `#exit` what is forced once all targets run, and says where the exit leads: on to the join, back, or away. */
  #follow(from: number, targets: readonly number[]): 'on' | 'back' | 'away' {
    const ranks = targets.map((step) => entryAt(this.#flow.order.ranks, step))
    const onward = ranks.filter((rank) => rank > from && (rank === this.#join || this.#ranks.has(rank)))
    this.#exit.clear(0)
    for (const rank of onward) if (rank !== this.#join) this.#exit.union(0, this.#forced, rank - this.#since)
    if (onward.length > 0) return 'on'
    // Back to where the region began, everything is open again: another exit may be taken next time.
    return ranks.some((rank) => rank <= from && rank > this.#since) ? 'back' : 'away'
  }
}

function listBetween({ graph, order }: WriteFlow, since: number, join: number): ReadonlySet<number> {
  const found = new Set<number>()
  const open = [join]
  for (let rank = open.pop(); rank !== undefined; rank = open.pop()) {
    for (const source of entryAt(graph.previous, entryAt(order.steps, rank))) {
      const before = order.ranks[source]
      if (before === undefined || before >= rank || before <= since || found.has(before)) continue
      found.add(before)
      open.push(before)
    }
  }
  return found
}
