import type { StepRegistry } from '@petal/core/model'
import { agentActions } from './actions/agentActions.ts'
import { clipboardActions } from './actions/clipboardActions.ts'
import type { EditorTools } from './actions/EditorTools.ts'
import { edgeActions } from './actions/edgeActions.ts'
import { historyActions } from './actions/historyActions.ts'
import { reshapeActions } from './actions/reshapeActions.ts'
import { runActions } from './actions/runActions.ts'
import { sessionActions } from './actions/sessionActions.ts'
import { stepActions } from './actions/stepActions.ts'
import { trailActions } from './actions/trailActions.ts'
import type { EditorStore } from './createEditorStore.ts'
import type { StepFactsSource } from './createStepFacts.ts'

/** Everything a person can do, as functions. They sit beside the store, which stays plain data. */
export function editorActions(store: EditorStore, registry: StepRegistry, facts: StepFactsSource) {
  const history = historyActions(store, facts)
  const session = sessionActions(store)
  const tools: EditorTools = { store, registry, facts, history, session }
  return {
    ...history,
    ...session,
    ...agentActions(tools),
    ...reshapeActions(tools),
    ...trailActions(tools),
    ...runActions(store),
    ...stepActions(tools),
    ...edgeActions(tools),
    ...clipboardActions(tools),
  }
}

export type EditorActions = ReturnType<typeof editorActions>
