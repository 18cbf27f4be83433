import type { Problem } from '../../errors/Problem.ts'
import { t } from '../../language/t.ts'
import { entryAt } from './entryAt.ts'
import type { Planning } from './Planning.ts'

/** Who uses a field, and how it is written there. */
interface FieldUse {
  readonly step: string
  readonly verb: 'reads' | 'uses'
  readonly shown: string
  readonly field: string
}

/** Why a field that a step uses never has a value, and what to do: a step that is disabled may be the one to write it. */
export function explainNoValue(
  { config, steps, names }: Planning,
  { field, ...use }: FieldUse,
): Pick<Problem, 'message' | 'fix'> {
  const silent = steps.findIndex(({ disabled, enabled }) => disabled && enabled?.writes.includes(field))
  if (silent >= 0) {
    const writer = entryAt(names, silent)
    return {
      message: explainDisabled(use, writer),
      fix: {
        label: t('Enable {writer}', { writer }),
        change: { stepId: entryAt(config.steps, silent).id, path: 'disabled' },
      },
    }
  }
  return {
    message: explainUngiven(use),
    fix: {
      label: t('Ask for {field} at the start', { field }),
      change: { path: `stateType.fields.${field}.input`, value: true },
    },
  }
}

function explainDisabled({ verb, ...names }: Omit<FieldUse, 'field'>, writer: string): string {
  const values = { ...names, writer }
  return verb === 'reads'
    ? t('"{step}" reads {shown}, but nothing gives it a value: "{writer}" would, but it is disabled.', values)
    : t('"{step}" uses {shown}, but nothing gives it a value: "{writer}" would, but it is disabled.', values)
}

function explainUngiven({ verb, ...names }: Omit<FieldUse, 'field'>): string {
  return verb === 'reads'
    ? t(
        '"{step}" reads {shown}, but nothing gives it a value: no step writes it, and it is neither an input nor has a start value.',
        names,
      )
    : t(
        '"{step}" uses {shown}, but nothing gives it a value: no step writes it, and it is neither an input nor has a start value.',
        names,
      )
}
