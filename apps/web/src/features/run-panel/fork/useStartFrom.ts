import type { RunOrigin, RunState } from '@petal/core/model'
import { useActions } from '../../../editor/EditorContext.tsx'
import { useRunController } from '../../../runner/RunContext.tsx'

/** Begins a new run at a moment of this one, shows it, and leaves the dialog that asked for it. */
export function useStartFrom(run: RunState, onClose: () => void): (origin: RunOrigin) => void {
  const controller = useRunController()
  const { showRun } = useActions()
  return (origin) => {
    onClose()
    showRun('run')
    controller.startFrom(run.input, origin)
  }
}
