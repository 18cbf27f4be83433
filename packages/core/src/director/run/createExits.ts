import { END } from '../../config/listEdges.ts'
import { ERROR_EXIT, takesEdge } from '../../step/errorPort.ts'
import type { AgentPlan, PlannedStep } from '../AgentPlan.ts'
import { edgesFrom } from './edgesFrom.ts'

/** The steps to go to after leaving by an exit, or without naming one. */
export type Exits = (exit: string | undefined) => readonly string[]

/**
 * Where a step's exits lead: along every edge of that exit, and every edge that takes whatever exit. A step with one
 * output leaves by it when it names none. END is no step, so a branch that leads there just ends.
 */
export function createExits(plan: AgentPlan, step: PlannedStep): Exits {
  const edges = edgesFrom(plan, step.id).filter(({ to }) => to !== END)
  const { outputs } = step.ports
  const only = onlyOutput(step)
  const targetsOf = (exit: string | undefined) => {
    const taken = edges.filter((edge) => takesEdge(edge, exit ?? only))
    return [...new Set(taken.map(({ to }) => to))]
  }
  const table = new Map([undefined, ...outputs.map(({ id }) => id)].map((exit) => [exit, targetsOf(exit)]))
  return (exit) => table.get(exit) ?? targetsOf(exit)
}

/** True when a step goes to the same steps whatever its exit, so that plain edges of the graph will do. */
export function hasFixedExits(plan: AgentPlan, step: PlannedStep): boolean {
  if (step.onError?.action === 'exit') return false
  const only = onlyOutput(step)
  return edgesFrom(plan, step.id).every(
    ({ exit, maxTurns }) => maxTurns === undefined && (exit === undefined || exit === only),
  )
}

/** The one output of a step that has no other, beside that for errors. */
export function onlyOutput({ ports }: PlannedStep): string | undefined {
  const outputs = ports.outputs.filter(({ id }) => id !== ERROR_EXIT)
  return outputs.length === 1 ? outputs[0]?.id : undefined
}
