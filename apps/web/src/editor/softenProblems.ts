import type { Problem, StepConfig } from '@petal/core/model'

/**
 * The problems of a step that was only just added. What it still wants in a field that nobody has touched is no error of
 * anybody's yet: it is told, and not called wrong.
 */
export function softenProblems(problems: readonly Problem[], added: StepConfig, now: StepConfig): readonly Problem[] {
  return problems.map((problem) => {
    const field = /^config\.([^.[]+)/.exec(problem.path ?? '')?.[1]
    const isUntouched = field !== undefined && added.config[field] === now.config[field]
    return isUntouched && problem.severity === 'error' ? { ...problem, severity: 'info' } : problem
  })
}
