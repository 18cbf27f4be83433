import { countSelected } from '../editor/pruneSelection.ts'
import { indexSteps, selectAgent, selectRun, selectSelectedStepId } from '../editor/selectors.ts'
import { calledAgents } from '../editor/trail.ts'
import type { CommandView } from './Command.ts'

type View = Pick<CommandView, 'state'>

export function hasSelectedSteps({ state }: View): boolean {
  return state.session.selection.stepIds.length > 0
}

export function hasSelection({ state }: View): boolean {
  return countSelected(state.session.selection) > 0
}

export function hasSelectedCards({ state }: View): boolean {
  const { stepIds, noteIds } = state.session.selection
  return stepIds.length + noteIds.length > 0
}

export function hasOneStep({ state }: View): boolean {
  return state.session.selection.stepIds.length === 1
}

export function hasSteps({ state }: View): boolean {
  return selectAgent(state).steps.length > 0
}

export function hasSuggestion({ state }: View): boolean {
  return state.session.suggestion !== undefined
}

export function callsAgent({ state, facts }: Pick<CommandView, 'state' | 'facts'>): boolean {
  const agent = selectAgent(state)
  const step = indexSteps(agent).get(selectSelectedStepId(state) ?? '')
  return step !== undefined && calledAgents(step, facts).some((id) => Object.hasOwn(agent.agents ?? {}, id))
}

/** Whether the run on screen waits, and can go on here. */
export function isWaiting({
  state,
  isRunning,
  canGoOn,
}: Pick<CommandView, 'state' | 'isRunning' | 'canGoOn'>): boolean {
  return !isRunning && canGoOn && selectRun(state)?.status === 'paused'
}
