/** A name with its type and notes about it, as an element. Built node by node: no text is ever read as HTML. */
export function nameTooltip(name: string, type: string, notes: readonly (string | undefined)[]): HTMLElement {
  const root = tooltipElement('div', 'cm-value')
  const head = tooltipElement('div', 'cm-value-head')
  head.append(tooltipElement('span', 'cm-value-name', name), tooltipElement('span', 'cm-value-type', type))
  root.append(head)
  for (const note of notes) if (note !== undefined) root.append(tooltipElement('div', 'cm-value-note', note))
  return root
}

export function tooltipElement(tag: 'div' | 'span', className: string, text = ''): HTMLElement {
  const node = document.createElement(tag)
  node.className = className
  node.textContent = text
  return node
}
