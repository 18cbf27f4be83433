import { EditorView } from '@codemirror/view'
import { droppedField } from '../../../look/draggedField.ts'
import type { EditorLanguage } from './EditorLanguage.ts'

/** How a text of each language names a field of the state. */
const namings: Readonly<Record<EditorLanguage, (name: string) => string>> = {
  template: (name) => `{${name}}`,
  expression: (name) => name,
  javascript: (name) => `state.${name}`,
  json: (name) => JSON.stringify(name),
}

/** A field of the state that is dropped into the text is named where it falls. */
export function dropField(language: EditorLanguage) {
  return EditorView.domEventHandlers({
    drop: (event, view) => {
      const name = droppedField(event)
      if (name === undefined || view.state.readOnly) return false
      event.preventDefault()
      const at = view.posAtCoords({ x: event.clientX, y: event.clientY }) ?? view.state.doc.length
      const insert = namings[language](name)
      view.dispatch({
        changes: { from: at, insert },
        selection: { anchor: at + insert.length },
        userEvent: 'input.drop',
      })
      view.focus()
      return true
    },
  })
}
