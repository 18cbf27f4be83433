import { EditorState, type Extension, Prec } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'

/** Keeps an editor to one line: pasted lines are joined, Enter does nothing. */
export const oneLine: Extension = [
  // Lowest, so that Enter still takes a completion.
  Prec.low(keymap.of([{ key: 'Enter', run: () => true, shift: () => true }])),
  EditorView.clipboardInputFilter.of((text) => text.replaceAll(/\s*\n\s*/g, ' ')),
  EditorState.transactionFilter.of((transaction) =>
    transaction.docChanged && transaction.newDoc.lines > 1 ? [] : transaction,
  ),
]
