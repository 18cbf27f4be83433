import type { StepExecution } from '@petal/core/model'
import { useActions, useEditor } from '../../editor/EditorContext.tsx'
import { selectRun } from '../../editor/selectors.ts'

interface ShownMoment {
  /** The execution's id, `start`, that of an edit, or undefined: then the newest one is shown. */
  readonly momentId: string | undefined
  /** Shows this execution in every tab, and its step on the canvas. */
  choose(execution: StepExecution): void
  /** Shows a moment at which no step ran. */
  chooseMoment(id: string): void
}

/** Which moment of the run on screen is looked at, in all tabs together. A new run forgets it. */
export function useMoment(): ShownMoment {
  const { showExecution, showMoment } = useActions()
  const runId = useEditor((state) => selectRun(state)?.runId)
  const momentId = useEditor(({ session: { moment } }) => (moment?.runId === runId ? moment?.id : undefined))
  const chooseMoment = (id: string) => {
    if (runId !== undefined) showMoment({ runId, id })
  }
  return {
    momentId,
    choose(execution) {
      chooseMoment(execution.executionId)
      showExecution(execution)
    },
    chooseMoment,
  }
}
