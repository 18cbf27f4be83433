import type { StepExecution } from '@petal/core/model'
import { t } from '@petal/ui/language'

/** Beside the name of a step, in the rows of a run, why it did not do its work. */
export function PassedThrough({ execution: { disabled, fixed } }: { readonly execution: StepExecution }) {
  if (!disabled && !fixed) return null
  return (
    <span
      className="ml-2 truncate text-ink-faint text-xs"
      title={disabled ? t('Disabled: passed the state through') : t('A fixed output was taken: the step was not run')}
    >
      {disabled ? t('disabled') : t('fixed output')}
    </span>
  )
}
