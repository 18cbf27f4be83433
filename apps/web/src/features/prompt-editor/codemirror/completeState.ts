import type { CompletionSource } from '@codemirror/autocomplete'
import { valueTooltip } from './valueTooltip.ts'
import { variablesField } from './variablesField.ts'

/** After `state.` in JavaScript: the fields of the state. */
export const completeState: CompletionSource = (context) => {
  const word = context.matchBefore(/\bstate\??\.\w*$/)
  if (word === null) return null
  const from = word.from + word.text.lastIndexOf('.') + 1
  const { variables } = context.state.field(variablesField)
  return {
    from,
    validFor: /^\w*$/,
    options: variables.map((variable) => ({
      label: variable.name,
      detail: variable.type,
      type: 'property',
      info: () => valueTooltip(variable),
    })),
  }
}
