import { t } from '@petal/ui/language'
import { describeValue } from './describeValue.ts'
import { nameTooltip, tooltipElement } from './nameTooltip.ts'
import type { Variable } from './VariableSet.ts'

/** A variable with its type and its last value. */
export function valueTooltip(variable: Variable, value = variable.value): HTMLElement {
  const root = nameTooltip(variable.name, variable.type, [variable.description, variable.origin])
  const text = describeValue(value)
  root.append(
    text === undefined
      ? tooltipElement('div', 'cm-value-note', t('No value yet: run the agent to see one.'))
      : tooltipElement('div', 'cm-value-text', text),
  )
  return root
}
