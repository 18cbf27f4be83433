import type { AgentPlan } from './AgentPlan.ts'

/** The limit is there for loops. Without one a run ends by itself, however many steps there are. */
export function limitOf({ edges, steps, recursionLimit }: AgentPlan): number {
  return edges.some(({ loop }) => loop) ? recursionLimit : Math.max(recursionLimit, steps.length + 1)
}
