import type { AgentPlan, PlannedStep } from '../AgentPlan.ts'

/** The steps to go to after leaving by an exit, or without naming one. */
export type Exits = (exit: string | undefined) => readonly string[]

/**
 * Where a step's exits lead: along every edge of that exit, and every edge that takes whatever exit. A step with one
 * output leaves by it when it names none. END is no step, so a branch that leads there just ends.
 */
export function createExits(plan: AgentPlan, step: PlannedStep): Exits {
  const known = new Set(plan.steps.map(({ id }) => id))
  const edges = plan.edges.filter(({ from, to }) => from === step.id && known.has(to))
  const outputs = step.ports.outputs
  const only = outputs.length === 1 ? outputs[0]?.id : undefined
  const targetsOf = (exit: string | undefined) => {
    const taken = edges.filter((edge) => edge.exit === undefined || edge.exit === (exit ?? only))
    return [...new Set(taken.map(({ to }) => to))]
  }
  const table = new Map([undefined, ...outputs.map(({ id }) => id)].map((exit) => [exit, targetsOf(exit)]))
  return (exit) => table.get(exit) ?? targetsOf(exit)
}

/** True when a step goes to the same steps whatever its exit, so that plain edges of the graph will do. */
export function hasFixedExits(plan: AgentPlan, step: PlannedStep): boolean {
  const edges = plan.edges.filter(({ from }) => from === step.id)
  const outputs = step.ports.outputs
  const only = outputs.length === 1 ? outputs[0]?.id : undefined
  return edges.every(({ exit }) => exit === undefined || exit === only)
}
