import type { Problem } from '../../errors/Problem.ts'
import { entryAt } from './entryAt.ts'
import type { Planning } from './Planning.ts'

/** Why a field that a step uses never has a value, and what to do: a step that is disabled may be the one to write it. */
export function explainNoValue(
  { config, steps, names }: Planning,
  { use, field }: { readonly use: string; readonly field: string },
): Pick<Problem, 'message' | 'fix'> {
  const silent = steps.findIndex(({ disabled, enabled }) => disabled && enabled?.writes.includes(field))
  if (silent >= 0) {
    const writer = names[silent]
    return {
      message: `${use}, but nothing gives it a value: "${writer}" would, but it is disabled.`,
      fix: { label: `Enable ${writer}`, change: { stepId: entryAt(config.steps, silent).id, path: 'disabled' } },
    }
  }
  return {
    message: `${use}, but nothing gives it a value: no step writes it, and it is neither an input nor has a start value.`,
    fix: { label: `Ask for ${field} at the start`, change: { path: `stateType.fields.${field}.input`, value: true } },
  }
}
