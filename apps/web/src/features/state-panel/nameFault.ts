import { fieldNameFault } from '@petal/core/model'
import { t } from '@petal/ui/language'

/** Why a state field cannot have this name; undefined when it can. `taken` are the names of the other fields. */
export function nameFault(name: string, taken: readonly string[]): string | undefined {
  if (name === '') return t('Write a name.')
  return (
    fieldNameFault(name) ?? (taken.includes(name) ? t('There is already a field called {name}.', { name }) : undefined)
  )
}
