import type { AgentPlan } from '../AgentPlan.ts'
import { findLoops } from './findLoops.ts'

/** What a run counts because it has loops: how often each led back since it was entered, how often each step ran. */
export type Turns = Readonly<Record<string, number>>

/** The channel that holds it: no state field can have this name. */
export const TURNS_KEY = 'petal:turns'

/** Takes over what the steps of one superstep counted. */
export function addTurns(current: Turns, next: Turns): Turns {
  return { ...current, ...next }
}

/** The name under which the executions of a step are counted. */
export function stepKey(stepId: string): string {
  return `step ${stepId}`
}

/** Every count at nothing, for a thread that gets new input; nothing for a plan without loops. */
export function freshTurns(plan: AgentPlan): Turns | undefined {
  const loops = findLoops(plan)
  if (loops.length === 0) return undefined
  const keys = loops.flatMap(({ key, body }) => [key, ...[...body].map(stepKey)])
  return Object.fromEntries(keys.map((key) => [key, 0]))
}
