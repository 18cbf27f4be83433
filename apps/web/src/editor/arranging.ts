import { alignActions } from './actions/alignActions.ts'
import { groupActions } from './actions/groupActions.ts'
import { noteActions } from './actions/noteActions.ts'
import { switchActions } from './actions/switchActions.ts'
import type { Editor } from './createEditor.ts'

/** What a person does with cards and notes beside adding and moving steps. Apart from the other actions: fetched on need. */
export function arranging({ store, registry, facts, planner, actions }: Editor) {
  const tools = { store, registry, facts, planner, history: actions, session: actions }
  return { ...switchActions(tools), ...alignActions(tools), ...groupActions(tools), ...noteActions(tools) }
}
