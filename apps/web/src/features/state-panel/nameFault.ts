import { fieldNameFault } from '@petal/core/model'

/** Why a state field cannot have this name; undefined when it can. `taken` are the names of the other fields. */
export function nameFault(name: string, taken: readonly string[]): string | undefined {
  if (name === '') return 'Write a name.'
  return fieldNameFault(name) ?? (taken.includes(name) ? `There is already a field called ${name}.` : undefined)
}
