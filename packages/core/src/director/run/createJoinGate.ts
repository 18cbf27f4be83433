import type { AgentPlan } from '../AgentPlan.ts'

/**
 * Decides when a step that several branches lead into may run: once, after all of them. `active` are the ids of all
 * steps scheduled for the same superstep.
 *
 * A join waits while a step is active that can still lead to it. Edges that close a loop do not count: what comes
 * round a loop is a turn of its own. Without them the graph has no cycle, so of several joins that wait, one can run.
 */
export type JoinGate = (stepId: string, active: readonly string[]) => boolean

/** The gate of a plan. A step that is no join may always run. */
export function createJoinGate(plan: AgentPlan): JoinGate {
  const sources = listSources(plan)
  const joins = plan.steps.filter(({ id, join }) => join && (sources.get(id)?.size ?? 0) > 1)
  const ancestors = new Map(joins.map(({ id }) => [id, findAncestors(sources, id)]))
  return (stepId, active) => !active.some((peer) => peer !== stepId && ancestors.get(stepId)?.has(peer))
}

/** From where one edge leads to each step, loops aside. */
function listSources({ edges }: AgentPlan): ReadonlyMap<string, ReadonlySet<string>> {
  const sources = new Map<string, Set<string>>()
  for (const { from, to, loop } of edges) {
    if (!loop) sources.set(to, (sources.get(to) ?? new Set()).add(from))
  }
  return sources
}

/** All steps from which edges lead to `target`, however many. */
function findAncestors(sources: ReadonlyMap<string, ReadonlySet<string>>, target: string): ReadonlySet<string> {
  const found = new Set<string>()
  const open = [target]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const source of sources.get(id) ?? []) {
      if (found.has(source)) continue
      found.add(source)
      open.push(source)
    }
  }
  return found
}
