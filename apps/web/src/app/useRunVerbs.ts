import { useMemo } from 'react'
import type { CommandContext } from '../commands/Command.ts'
import { useEditorInstance } from '../editor/EditorContext.tsx'
import { selectFocus, selectShownRun } from '../editor/selectors.ts'
import { useRunController } from '../runner/RunContext.tsx'

/** The run controller as commands know it. Running shows the run panel, where problems and answers appear. */
export function useRunVerbs(): CommandContext['run'] {
  const controller = useRunController()
  const { actions, store } = useEditorInstance()
  return useMemo(
    () => ({
      start() {
        actions.showRun('run')
        controller.run()
      },
      stop: () => controller.stop(),
      resume: () => controller.resume(),
      step: () => controller.step(),
      runTo(stepIds) {
        actions.showRun('run')
        controller.runTo({ [selectFocus(store.getState()) ?? '']: stepIds })
      },
      fork(stepId) {
        const run = selectShownRun(store.getState())
        const execution = run?.executions.findLast((one) => one.stepId === stepId && one.path.length === 0)
        if (execution !== undefined) controller.fork.setState({ executionId: execution.executionId })
      },
      startFrom(input, origin) {
        actions.showRun('run')
        controller.startFrom(input, origin)
      },
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
    [controller, actions, store],
  )
}
