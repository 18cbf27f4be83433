import type { Problem } from '@petal/core/model'

/**
 * What is wrong with an agent, of all that keeps it from running. That it has no step yet is no mistake of anybody's:
 * the canvas says how to begin.
 */
export function listMistakes(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ code, agentId }) => code !== 'graph.noSteps' || agentId !== undefined)
}
