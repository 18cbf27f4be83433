import { hoverTooltip } from '@codemirror/view'
import { listReferences } from '@petal/core/model'
import { valueAt } from './valueAt.ts'
import { valueTooltip } from './valueTooltip.ts'
import { findVariable, variablesField } from './variablesField.ts'

/** Over a variable: its type and its value in the newest run. */
export function hoverVariable(language: 'template' | 'expression') {
  return hoverTooltip(({ state }, position) => {
    const reference = listReferences(state.doc.toString(), language).find(
      ({ start, end }) => start <= position && position <= end,
    )
    const variable = reference && findVariable(state.field(variablesField), reference.name)
    if (reference === undefined || variable === undefined) return null
    const shown = { ...variable, name: reference.path.join('.') }
    const value = valueAt(variable.value, reference.path.slice(1))
    return {
      pos: reference.start,
      end: reference.end,
      above: true,
      create: () => ({ dom: valueTooltip(shown, value) }),
    }
  })
}
