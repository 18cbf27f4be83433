import type { Selection } from './EditorState.ts'

/** Nothing is selected. */
export const noSelection: Selection = { stepIds: [], edgeIds: [], noteIds: [] }
