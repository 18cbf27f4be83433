import type { EditorState } from '../EditorState.ts'

/** The same state with a sentence for screen readers. */
export function announce(state: EditorState, text: string): EditorState {
  const announcement = { text, request: state.session.announcement.request + 1 }
  return { ...state, session: { ...state.session, announcement } }
}
