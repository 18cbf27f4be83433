import type { Problem } from '../../errors/Problem.ts'
import { checkFields } from './checkFields.ts'
import { checkTexts } from './checkTexts.ts'
import type { Planning } from './Planning.ts'

/** That the fields every step reads, writes and names in its texts are there. */
export function checkUses(planning: Planning): readonly Problem[] {
  const { flow, stateType, steps } = planning
  const problems: Problem[] = []
  const clean = { flow, stateType }
  for (const [index, { memo }] of steps.entries()) {
    if (memo.clean?.flow === flow && memo.clean.stateType === stateType) continue
    const found = checkFields(planning, index).concat(checkTexts(planning, index))
    if (found.length === 0) memo.clean = clean
    else problems.push(...found)
  }
  return problems
}
