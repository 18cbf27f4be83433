import type { InnerRun, StepExecution } from '@petal/core/model'
import { t } from '@petal/ui/language'
import { agentTitle } from '../agentTitle.ts'
import { indexSteps, selectAgent, selectFile, selectFileAgent, selectFocus } from '../selectors.ts'
import { calledAgents, findTrail, pruneTrail, type Trail } from '../trail.ts'
import { trailOfExecution } from '../trailOfExecution.ts'
import { announce } from './announce.ts'
import type { EditorTools } from './EditorTools.ts'
import { withTrail } from './withTrail.ts'

/** Opening the file's agents in place, and going back. */
export function trailActions({ store, facts, session }: EditorTools) {
  const go = (trail: Trail): void =>
    store.setState((state) => {
      const next = withTrail(state, trail)
      return next.session.trail === state.session.trail
        ? state
        : announce(next, t('Opened {nameOf}', { nameOf: nameOf(state, trail) }))
    })
  const nameOf = (state: Parameters<typeof selectFile>[0], trail: Trail): string => {
    const { agent } = selectFile(state)
    const opened = trail.at(-1)
    return agentTitle(opened === undefined ? agent : agent.agents?.[opened.agentId], opened?.agentId)
  }
  return {
    /** Opens the agent that a step of the agent in hand calls. False when it calls none that is there. */
    openAgentOf: (stepId: string, agentId?: string): boolean => {
      const state = store.getState()
      const agent = selectAgent(state)
      const step = indexSteps(agent).get(stepId)
      const called = step === undefined ? [] : calledAgents(step, facts)
      const found = called.find((id) => (agentId ?? id) === id && Object.hasOwn(agent.agents ?? {}, id))
      if (found === undefined) return false
      go([...state.session.trail, { agentId: found, stepId }])
      return true
    },
    /** Shows an agent of the file, wherever it is called; without an id the file's own. */
    showAgent: (agentId: string | undefined): void => {
      const state = store.getState()
      if (selectFocus(state) === agentId) return
      const { trail } = state.session
      const at = trail.findIndex((opened) => opened.agentId === agentId)
      if (agentId === undefined) go([])
      else go(at === -1 ? findTrail(selectFile(state), facts, agentId) : trail.slice(0, at + 1))
    },
    /** Goes back to where this many agents are open, 0 being the file's own. */
    goBackTo: (depth: number): void => go(store.getState().session.trail.slice(0, depth)),
    /** Goes back by one. */
    closeAgent: (): void => go(store.getState().session.trail.slice(0, -1)),
    /** Chooses which of several runs the opened agent's cards show. */
    chooseInnerRun: (run: InnerRun): void =>
      store.setState(({ session }) => {
        const opened = session.trail.at(-1)
        return opened === undefined
          ? {}
          : { session: { ...session, trail: [...session.trail.slice(0, -1), { ...opened, run }] } }
      }),
    /** Shows the card of an execution, and on it that execution, wherever in the file its step is. `run`: where it was. */
    showExecution: (execution: StepExecution, run = store.getState().runs.current): void => {
      const trail = trailOfExecution(selectFileAgent(store.getState()), facts, run, execution)
      if (trail === undefined) return
      store.setState((current) => withTrail(current, trail))
      session.select({ stepIds: [execution.stepId] })
      session.askCanvas('reveal', [execution.stepId])
    },
    /** Opens the agents again that were open, as far as they are still there. */
    restoreTrail: (trail: Trail): void =>
      store.setState((state) => withTrail(state, pruneTrail(trail, selectFile(state)))),
  }
}
