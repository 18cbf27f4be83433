import type { Problem, StepConfig } from '@petal/core/model'

/**
 * The problems of a step that was only just added. What it still wants in a field that nobody has touched is no error of
 * anybody's yet: it is told, and not called wrong, after what is wrong.
 */
export function softenProblems(problems: readonly Problem[], added: StepConfig, now: StepConfig): readonly Problem[] {
  const isUntouched = ({ path = '' }: Problem) => {
    const field = /^config\.([^.[]+)/.exec(path)?.[1]
    return field !== undefined && added.config[field] === now.config[field]
  }
  const isSoft = (problem: Problem) => problem.severity === 'error' && isUntouched(problem)
  const softened = problems.filter(isSoft).map((problem): Problem => ({ ...problem, severity: 'info' }))
  return [...problems.filter((problem) => !isSoft(problem)), ...softened]
}
