import type { AgentPlan } from '../AgentPlan.ts'

/**
 * Decides when a step that several branches lead into may run: once, after all of them. `active` are the ids of all
 * steps scheduled for the same superstep.
 *
 * A join waits while a step is active that can still lead to it. Joins of one loop can lead to each other: of those
 * the first in step order goes first, so some step can always run.
 */
export type JoinGate = (stepId: string, active: readonly string[]) => boolean

/** The gate of a plan. A step that is no join may always run. */
export function createJoinGate(plan: AgentPlan): JoinGate {
  const joins = new Map<string, number>()
  for (const step of plan.steps) if (step.join && countSources(plan, step.id) > 1) joins.set(step.id, step.index)
  const ancestors = new Map([...joins.keys()].map((id) => [id, findAncestors(plan, id)]))
  const leadsTo = (from: string, to: string) => from !== to && ancestors.get(to)?.has(from) === true
  /** True when nothing that runs in this superstep, or is held back by it, can still lead to the join. */
  const isFree = (join: string, active: readonly string[]) =>
    !active.some((peer) => !joins.has(peer) && leadsTo(peer, join))

  return (stepId, active) => {
    const index = joins.get(stepId)
    if (index === undefined) return true
    if (!isFree(stepId, active)) return false
    return active.every((peer) => {
      if (!leadsTo(peer, stepId) || !isFree(peer, active)) return true
      return leadsTo(stepId, peer) && index < (joins.get(peer) ?? 0)
    })
  }
}

/** A step with one way in has nothing to wait for: whatever comes round a loop is a turn of its own. */
function countSources({ edges }: AgentPlan, target: string): number {
  return new Set(edges.filter(({ to }) => to === target).map(({ from }) => from)).size
}

/** All steps from which edges lead to `target`, however many. */
function findAncestors(plan: AgentPlan, target: string): ReadonlySet<string> {
  const sources = new Map<string, string[]>()
  for (const { from, to } of plan.edges) sources.set(to, [...(sources.get(to) ?? []), from])
  const found = new Set<string>()
  const open = [target]
  while (open.length > 0) {
    for (const source of sources.get(open.pop() ?? '') ?? []) {
      if (found.has(source)) continue
      found.add(source)
      open.push(source)
    }
  }
  return found
}
