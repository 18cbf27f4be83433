import type { AgentPlan } from '../AgentPlan.ts'

/**
 * Decides when a step that several branches lead into may run: once, after all of them. `active` are the ids of all
 * steps scheduled for the same superstep.
 *
 * A join waits while a step is active that can still lead to it, also round a loop. A way that leads through a join
 * which comes after it does not count: that one waits for this one, so nothing comes through before.
 */
export type JoinGate = (stepId: string, active: readonly string[]) => boolean

/** The gate of a plan. A step that is no join may always run. */
export function createJoinGate(plan: AgentPlan): JoinGate {
  const all = listSources(plan, () => true)
  const forward = listSources(plan, ({ loop }) => !loop)
  const joins = plan.steps.filter(({ id, join }) => join && (forward.get(id)?.size ?? 0) > 1).map(({ id }) => id)
  const before = new Map(joins.map((id) => [id, findSources(forward, id, new Set())]))
  const blockers = new Map(
    joins.map((id) => {
      const after = joins.filter((other) => before.get(other)?.has(id))
      return [id, findSources(all, id, new Set(after))]
    }),
  )
  const blocks = (peer: string, join: string) => peer !== join && blockers.get(join)?.has(peer) === true
  const isFree = (join: string, active: readonly string[]) =>
    !active.some((peer) => !blockers.has(peer) && blocks(peer, join))

  return (stepId, active) => {
    if (!blockers.has(stepId)) return true
    if (!isFree(stepId, active)) return false
    const waiting = joins.filter((join) => active.includes(join) && isFree(join, active))
    const first = waiting.filter((join) => !waiting.some((peer) => blocks(peer, join)))
    // Joins whose turns overlap may all wait for each other: then the first of them in step order goes first.
    return first.length > 0 ? first.includes(stepId) : waiting[0] === stepId
  }
}

type Sources = ReadonlyMap<string, ReadonlySet<string>>

/** From where one edge leads to each step. */
function listSources({ edges }: AgentPlan, counts: (edge: AgentPlan['edges'][number]) => boolean): Sources {
  const sources = new Map<string, Set<string>>()
  for (const edge of edges.filter(counts)) {
    sources.set(edge.to, (sources.get(edge.to) ?? new Set()).add(edge.from))
  }
  return sources
}

/** All steps from which edges lead to `target`, however many, on ways around the steps to avoid. */
function findSources(sources: Sources, target: string, avoid: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>()
  const open = [target]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const source of sources.get(id) ?? []) {
      if (found.has(source) || avoid.has(source)) continue
      found.add(source)
      open.push(source)
    }
  }
  return found
}
