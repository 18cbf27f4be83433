/** Nothing is typed into a switch, a slider or a file. */
const untyped = ['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit']
const fields = `input${untyped.map((type) => `:not([type="${type}"])`).join('')}, textarea, [contenteditable="true"]`

/** Whether a person types into it. */
export function isWrittenIn(element: Element): boolean {
  return element.matches(fields)
}
