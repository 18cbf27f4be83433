import type { AgentPlan, PlannedEdge } from '../AgentPlan.ts'

const indexes = new WeakMap<AgentPlan, ReadonlyMap<string, readonly PlannedEdge[]>>()

/** The edges that leave a step, or START. The plan is looked through once only. */
export function edgesFrom(plan: AgentPlan, stepId: string): readonly PlannedEdge[] {
  const index = indexes.get(plan) ?? createIndex(plan)
  indexes.set(plan, index)
  return index.get(stepId) ?? []
}

function createIndex({ edges }: AgentPlan): ReadonlyMap<string, readonly PlannedEdge[]> {
  const index = new Map<string, PlannedEdge[]>()
  for (const edge of edges) {
    const known = index.get(edge.from)
    if (known === undefined) index.set(edge.from, [edge])
    else known.push(edge)
  }
  return index
}
