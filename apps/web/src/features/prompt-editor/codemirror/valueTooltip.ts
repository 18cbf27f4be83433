import { describeValue } from './describeValue.ts'
import type { Variable } from './VariableSet.ts'

/** A variable with its type and its last value, as an element. Built node by node: a value is never read as HTML. */
export function valueTooltip(variable: Variable, value = variable.value): HTMLElement {
  const root = element('div', 'cm-value')
  const head = element('div', 'cm-value-head')
  head.append(element('span', 'cm-value-name', variable.name), element('span', 'cm-value-type', variable.type))
  root.append(head)
  if (variable.description !== undefined) root.append(element('div', 'cm-value-note', variable.description))
  if (variable.origin !== undefined) root.append(element('div', 'cm-value-note', variable.origin))
  const text = describeValue(value)
  root.append(
    text === undefined
      ? element('div', 'cm-value-note', 'No value yet: run the agent to see one.')
      : element('div', 'cm-value-text', text),
  )
  return root
}

function element(tag: 'div' | 'span', className: string, text = ''): HTMLElement {
  const node = document.createElement(tag)
  node.className = className
  node.textContent = text
  return node
}
