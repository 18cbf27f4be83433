import { inEnglish } from '../language/inEnglish.ts'
import { speech } from '../language/speech.ts'
import type { Problem } from './Problem.ts'

/** Problems with their English beside them, which are found once more for it; not while English is spoken. */
export function withEnglish(problems: readonly Problem[], find: () => readonly Problem[]): readonly Problem[] {
  if (speech.translator === undefined || problems.length === 0) return problems
  const found = inEnglish(find)
  return problems.map((problem, index) => {
    const again = found[index]
    const isSame = again?.code === problem.code && again.path === problem.path && again.stepId === problem.stepId
    return isSame && again.message !== problem.message ? { english: again.message, ...problem } : problem
  })
}
