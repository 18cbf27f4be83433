import { countSelected } from '../editor/pruneSelection.ts'
import { selectAgent } from '../editor/selectors.ts'
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
