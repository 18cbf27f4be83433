import { type InnerRunEntry, listInnerRuns, type RunState } from '@petal/core/model'
import type { EditorState } from './EditorState.ts'
import { selectRunAt } from './selectors.ts'

const none: readonly InnerRunEntry[] = []
const known = new WeakMap<RunState, Map<string, readonly InnerRunEntry[]>>()

/** The runs that the opened agent had within the run on the canvas, oldest first: a loop and a map make several. */
export function selectInnerRuns(state: EditorState): readonly InnerRunEntry[] {
  const { trail } = state.session
  const stepId = trail.at(-1)?.stepId
  const run = selectRunAt(state, trail.length - 1)
  if (run === undefined || stepId === undefined) return none
  const lists = known.get(run) ?? new Map<string, readonly InnerRunEntry[]>()
  known.set(run, lists)
  const list = lists.get(stepId) ?? listInnerRuns(run, stepId)
  lists.set(stepId, list)
  return list
}
