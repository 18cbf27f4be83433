import type { Problem } from '@petal/core/model'
import { t } from '@petal/ui/language'

const field = 'stateType.fields.'

/**
 * The problems as a form tells them: a name that a person gives to what a step writes is no mistake while no field has
 * it, it is a new field that is offered to be made.
 */
export function offerFields(problems: readonly Problem[], written: readonly string[]): readonly Problem[] {
  return problems.map((problem) => {
    const path = problem.code === 'state.undeclared' ? problem.fix?.change?.path : undefined
    const name = path?.startsWith(field) ? path.slice(field.length) : undefined
    if (name === undefined || !written.includes(name)) return problem
    return { ...problem, severity: 'info', message: t('The state has no field {name} yet.', { name }) }
  })
}
