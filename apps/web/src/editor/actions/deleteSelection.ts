import { plural } from '@petal/ui/language'
import type { Selection } from '../EditorState.ts'
import { removeSelection } from '../operations/removeSelection.ts'
import { countSelected } from '../pruneSelection.ts'
import { selectAgent, selectFile } from '../selectors.ts'
import type { EditorTools } from './EditorTools.ts'

/**
 * Removes what is selected as one undo entry, says how much it was, and leaves what went with it to be told. With
 * `reconnect`, neighbours are joined where that is unambiguous.
 */
export function deleteSelection(
  { store, facts, history, session }: Pick<EditorTools, 'store' | 'facts' | 'history' | 'session'>,
  label: string,
  selection: Selection,
  reconnect: boolean,
): void {
  const before = selectAgent(store.getState())
  if (!history.commit(label, (document) => removeSelection(document, facts, selection, { reconnect }), 'record')) return
  session.announce(plural(countSelected(selection), 'Deleted one element', 'Deleted {count} elements'))
  const state = store.getState()
  // Whoever did not want them joined knows.
  if (reconnect) session.tellRemoved({ before, after: selectAgent(state), file: selectFile(state) })
}
