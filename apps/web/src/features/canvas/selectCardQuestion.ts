import { findAsking, type RunQuestion } from '@petal/core/model'
import type { EditorState } from '../../editor/EditorState.ts'
import { selectRun, selectShownRun } from '../../editor/selectors.ts'

/** What the step of a card waits to be told: a question of its own, or of a step within the agents it calls. */
export function selectCardQuestion(state: EditorState, stepId: string): RunQuestion | undefined {
  const run = selectRun(state)
  if (run === undefined) return undefined
  const shown = selectShownRun(state)?.executions ?? []
  const own = shown.filter((execution) => execution.stepId === stepId && execution.path.length === 0)
  return run.questions.find((asked) => {
    const asking = findAsking(run, asked)
    return own.some(({ executionId }) => executionId === asking?.executionId || asking?.path.includes(executionId))
  })
}
