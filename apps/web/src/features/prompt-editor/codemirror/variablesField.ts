import { StateEffect, StateField } from '@codemirror/state'
import { noVariables, type Variable, type VariableSet } from './VariableSet.ts'

/** Tells an editor what can be named. */
export const setVariables = StateEffect.define<VariableSet>()

/** What can be named, as this editor was last told. */
export const variablesField = StateField.define<VariableSet>({
  create: () => noVariables,
  update(known, transaction) {
    for (const effect of transaction.effects) if (effect.is(setVariables)) return effect.value
    return known
  },
})

/** The variable of that name, when it can be named here. */
export function findVariable(set: VariableSet, name: string): Variable | undefined {
  return set.variables.find((variable) => variable.name === name)
}

/** True for a name that certainly has no value here. */
export function isUnknown(set: VariableSet, name: string): boolean {
  return set.complete && findVariable(set, name) === undefined
}
