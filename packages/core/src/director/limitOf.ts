import type { AgentPlan } from './AgentPlan.ts'

/** Loops whose turns are limited end by themselves; this many supersteps are more than any of them is meant to take. */
const MOST = 1_000_000

/**
 * The limit is there for loops without one of their own. Without such a run ends by itself, however many steps there
 * are.
 */
export function limitOf({ edges, steps, recursionLimit }: AgentPlan): number {
  const loops = edges.filter(({ loop }) => loop)
  if (loops.some(({ maxTurns }) => maxTurns === undefined)) return recursionLimit
  const turns = loops.reduce((all, { maxTurns = 1 }) => all * maxTurns, 1)
  return Math.max(recursionLimit, Math.min(MOST, (steps.length + 1) * turns))
}
