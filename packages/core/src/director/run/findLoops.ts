import type { AgentPlan, PlannedEdge } from '../AgentPlan.ts'
import { edgesTo } from './edgesFrom.ts'

/** An edge that leads back, and the steps that it goes round. */
export interface Loop {
  /** Names it among the loops of a plan. */
  readonly key: string
  readonly edge: PlannedEdge
  readonly body: ReadonlySet<string>
}

const known = new WeakMap<AgentPlan, readonly Loop[]>()

/** The loops of a plan, one per edge that leads back. */
export function findLoops(plan: AgentPlan): readonly Loop[] {
  const loops = known.get(plan) ?? plan.edges.filter(({ loop }) => loop).map((edge) => toLoop(plan, edge))
  known.set(plan, loops)
  return loops
}

/** The body: all from which the end of the loop can be reached without passing its beginning again. */
function toLoop(plan: AgentPlan, edge: PlannedEdge): Loop {
  const body = new Set([edge.to])
  const open = [edge.from]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (body.has(id)) continue
    body.add(id)
    open.push(...edgesTo(plan, id).map(({ from }) => from))
  }
  return { key: `turn ${edge.from}:${edge.exit ?? ''}>${edge.to}`, edge, body }
}
