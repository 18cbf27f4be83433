import type { RunQuestion } from '@petal/core/model'
import type { EditorState } from '../../editor/EditorState.ts'
import { selectRun } from '../../editor/selectors.ts'

/**
 * What the step of a card waits to be told. Of a question within called agents only the outermost calling step is
 * known: it belongs to the card within that waits while that step asks no other.
 */
export function selectCardQuestion(state: EditorState, stepId: string): RunQuestion | undefined {
  const questions = selectRun(state)?.questions ?? []
  const [outermost] = state.session.trail
  if (outermost === undefined) return questions.find((asked) => asked.stepId === stepId)
  const [asked, ...others] = questions.filter((question) => question.stepId === outermost.stepId)
  return others.length === 0 ? asked : undefined
}
