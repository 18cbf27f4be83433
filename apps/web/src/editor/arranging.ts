import { arrangeActions } from './actions/arrangeActions.ts'
import type { Editor } from './createEditor.ts'

/** What a person does with cards beside adding and moving them. Apart from the other actions: fetched on need. */
export function arranging({ store, registry, facts, planner, actions }: Editor) {
  return arrangeActions({ store, registry, facts, planner, history: actions, session: actions })
}
