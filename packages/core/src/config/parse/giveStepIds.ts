import type { Problem } from '../../errors/Problem.ts'
import { isJsonObject } from '../../json/isJsonObject.ts'
import type { Json } from '../../json/Json.ts'
import { joinPath } from '../../json/jsonPath.ts'
import { t } from '../../language/t.ts'
import { createFreeId } from '../createStepId.ts'

/** Gives every step without an id a readable one, made from its name or its type; petal's files have none. */
export function giveStepIds(steps: readonly Json[]): { readonly steps: readonly Json[]; readonly problems: Problem[] } {
  const taken = new Set(steps.flatMap((step) => (isJsonObject(step) && typeof step.id === 'string' ? [step.id] : [])))
  const problems: Problem[] = []
  const named = steps.map((step, index) => {
    if (!isJsonObject(step) || (step.id !== undefined && step.id !== null)) return step
    const wish = [step.nodeName, step.strategyType].find((name) => typeof name === 'string' && name.trim() !== '')
    const id = createFreeId(taken, typeof wish === 'string' ? wish : 'step')
    taken.add(id)
    const path = joinPath('steps', index)
    problems.push({
      code: 'import.migrated',
      severity: 'info',
      path,
      message: t('{path} had no id and is now {id}.', { path, id }),
    })
    return { ...step, id }
  })
  return { steps: problems.length === 0 ? steps : named, problems }
}
