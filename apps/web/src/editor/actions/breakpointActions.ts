import type { EditorStore } from '../createEditorStore.ts'
import { indexSteps, selectAgent, selectHasBreakpoint } from '../selectors.ts'
import { announce } from './announce.ts'

/** Where a run pauses. No entry of undo: it changes how the agent is looked at, not what it is. */
export function breakpointActions(store: EditorStore) {
  const setBreakpoints = (breakpoints: readonly string[]): void =>
    store.setState(({ session }) => ({ session: { ...session, breakpoints } }))
  return {
    setBreakpoints,
    /** Lets runs pause before these steps of the file's own agent; when they do before all of them, not any more. */
    toggleBreakpoints: (stepIds: readonly string[]): void => {
      const state = store.getState()
      const isOff = stepIds.every((id) => selectHasBreakpoint(state, id))
      const others = state.session.breakpoints.filter((id) => !stepIds.includes(id))
      setBreakpoints(isOff ? others : [...others, ...stepIds])
      const steps = indexSteps(selectAgent(state))
      const names = stepIds.map((id) => steps.get(id)?.nodeName ?? id).join(', ')
      const sentence = isOff ? `Runs no longer pause before ${names}` : `Runs pause before ${names}`
      store.setState((current) => announce(current, sentence))
    },
  }
}
