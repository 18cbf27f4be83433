import { agentActions } from './actions/agentActions.ts'
import { reshapeActions } from './actions/reshapeActions.ts'
import type { Editor } from './createEditor.ts'

/**
 * What a person does with the agents of a file and with several steps as one. Apart from the other actions, because it
 * brings along what finds every reference of an agent: to be imported by what is itself fetched on need.
 */
export function lateActions({ store, registry, facts, planner, actions }: Editor) {
  const tools = { store, registry, facts, planner, history: actions, session: actions }
  return { ...agentActions(tools), ...reshapeActions(tools) }
}
