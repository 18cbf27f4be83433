import { t } from '@petal/ui/language'

/** That a person set fields of the state while the run waits, in words. */
export function sayEdited(names: readonly string[]): string {
  return t('The state was edited: {fields}. Continue goes on with it.', { fields: [...new Set(names)].join(', ') })
}
