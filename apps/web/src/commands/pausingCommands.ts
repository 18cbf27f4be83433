import { selectSelectedStepId, selectSelection, selectStepRun } from '../editor/selectors.ts'
import type { Command } from './Command.ts'
import { hasSelectedSteps } from './enabled.ts'

/** Running as far as somewhere. */
export const pausingCommands: readonly Command[] = [
  {
    id: 'runTo',
    title: 'Run to here',
    group: 'Run',
    keys: ['Shift+F9'],
    isEnabled: ({ state, isRunning }) => !isRunning && hasSelectedSteps({ state }),
    run: ({ editor, run }) => run.runTo(selectSelection(editor.store.getState()).stepIds),
  },
  {
    id: 'runAgainFrom',
    title: 'Run again from here',
    group: 'Run',
    isEnabled: ({ state, isRunning }) => {
      const stepId = selectSelectedStepId(state)
      return !isRunning && stepId !== undefined && selectStepRun(state, stepId)?.executionId !== undefined
    },
    run: ({ editor, run }) => {
      const stepId = selectSelectedStepId(editor.store.getState())
      if (stepId !== undefined) run.fork(stepId)
    },
  },
]
