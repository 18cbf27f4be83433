import type { AgentPlan, PlannedEdge } from '../AgentPlan.ts'

type Index = ReadonlyMap<string, readonly PlannedEdge[]>

const byStart = new WeakMap<AgentPlan, Index>()
const byEnd = new WeakMap<AgentPlan, Index>()

/** The edges that leave a step, or START. The plan is looked through once only. */
export function edgesFrom(plan: AgentPlan, stepId: string): readonly PlannedEdge[] {
  const index = byStart.get(plan) ?? createIndex(plan, ({ from }) => from)
  byStart.set(plan, index)
  return index.get(stepId) ?? []
}

/** The edges that lead to a step, or END. */
export function edgesTo(plan: AgentPlan, stepId: string): readonly PlannedEdge[] {
  const index = byEnd.get(plan) ?? createIndex(plan, ({ to }) => to)
  byEnd.set(plan, index)
  return index.get(stepId) ?? []
}

function createIndex({ edges }: AgentPlan, keyOf: (edge: PlannedEdge) => string): Index {
  const index = new Map<string, PlannedEdge[]>()
  for (const edge of edges) {
    const known = index.get(keyOf(edge))
    if (known === undefined) index.set(keyOf(edge), [edge])
    else known.push(edge)
  }
  return index
}
