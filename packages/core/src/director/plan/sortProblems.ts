import type { Problem, Severity } from '../../errors/Problem.ts'

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** Worst first; then those of the whole agent, then step by step in their order, then those of other agents. */
export function sortProblems(problems: readonly Problem[], ids: readonly string[]): readonly Problem[] {
  if (problems.length < 2) return problems
  const places = new Map(ids.map((id, index) => [id, index]))
  const placeOf = ({ agentId, stepId }: Problem) => {
    if (agentId !== undefined) return ids.length
    return stepId === undefined ? -1 : (places.get(stepId) ?? ids.length)
  }
  return problems.toSorted((a, b) => ranks[a.severity] - ranks[b.severity] || placeOf(a) - placeOf(b))
}
