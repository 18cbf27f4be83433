import { useMemo } from 'react'
import type { CommandContext } from '../commands/Command.ts'
import { useActions } from '../editor/EditorContext.tsx'
import { useRunController } from '../runner/RunContext.tsx'

/** The run controller as commands know it. Running shows the run panel, where problems and answers appear. */
export function useRunVerbs(): CommandContext['run'] {
  const controller = useRunController()
  const actions = useActions()
  return useMemo(
    () => ({
      start() {
        actions.showRun('run')
        controller.run()
      },
      stop: () => controller.stop(),
      resume: () => controller.resume(),
      step: () => controller.step(),
      newThread() {
        actions.showRun('run')
        controller.conversations.begin()
      },
      get isRunning() {
        return controller.activity.getState().status !== 'idle'
      },
      get canGoOn() {
        return controller.canGoOn
      },
    }),
    [controller, actions],
  )
}
