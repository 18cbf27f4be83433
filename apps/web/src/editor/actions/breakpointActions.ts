import { t } from '@petal/ui/language'
import type { EditorStore } from '../createEditorStore.ts'
import type { FixedOutputs, MarkedSteps } from '../EditorState.ts'
import { indexSteps, selectAgent, selectFocus, selectHasBreakpoint } from '../selectors.ts'
import { announce } from './announce.ts'

/** Where a run pauses. No entry of undo: it changes how the agent is looked at, not what it is. */
export function breakpointActions(store: EditorStore) {
  const setBreakpoints = (breakpoints: MarkedSteps): void =>
    store.setState(({ session }) => ({ session: { ...session, breakpoints } }))
  return {
    setBreakpoints,
    /** What runs take instead of running steps, likewise. */
    setFixedOutputs: (fixedOutputs: FixedOutputs): void =>
      store.setState(({ session }) => ({ session: { ...session, fixedOutputs } })),
    /** Lets runs pause before these steps of the agent in hand; when they do before all of them, not any more. */
    toggleBreakpoints: (stepIds: readonly string[]): void => {
      const state = store.getState()
      const isOff = stepIds.every((id) => selectHasBreakpoint(state, id))
      const { breakpoints } = state.session
      const agentId = selectFocus(state) ?? ''
      const others = (breakpoints[agentId] ?? []).filter((id) => !stepIds.includes(id))
      const marked = isOff ? others : [...others, ...stepIds]
      const { [agentId]: _before, ...rest } = breakpoints
      setBreakpoints(marked.length === 0 ? rest : { ...rest, [agentId]: marked })
      const steps = indexSteps(selectAgent(state))
      const names = stepIds.map((id) => steps.get(id)?.nodeName ?? id).join(', ')
      const sentence = isOff
        ? t('Runs no longer pause before {names}', { names })
        : t('Runs pause before {names}', { names })
      store.setState((current) => announce(current, sentence))
    },
  }
}
