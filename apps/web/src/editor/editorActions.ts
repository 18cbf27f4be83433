import { breakpointActions } from './actions/breakpointActions.ts'
import { clipboardActions } from './actions/clipboardActions.ts'
import type { EditorTools } from './actions/EditorTools.ts'
import { edgeActions } from './actions/edgeActions.ts'
import { historyActions } from './actions/historyActions.ts'
import { runActions } from './actions/runActions.ts'
import { sessionActions } from './actions/sessionActions.ts'
import { stepActions } from './actions/stepActions.ts'
import { trailActions } from './actions/trailActions.ts'
import type { EntryWords } from './createEntryWords.ts'

interface EditorActionParts extends Omit<EditorTools, 'history' | 'session'> {
  readonly entryWords: EntryWords
}

/** What a person can do, as functions, but for `lateActions`. They sit beside the store, which stays plain data. */
export function editorActions({ entryWords, ...parts }: EditorActionParts) {
  const { store, facts } = parts
  const history = historyActions(store, facts, entryWords)
  const session = sessionActions(store)
  const tools: EditorTools = { ...parts, history, session }
  return {
    ...history,
    ...session,
    ...trailActions(tools),
    ...runActions(store),
    ...breakpointActions(store),
    ...stepActions(tools),
    ...edgeActions(tools),
    ...clipboardActions(tools),
  }
}

export type EditorActions = ReturnType<typeof editorActions>
