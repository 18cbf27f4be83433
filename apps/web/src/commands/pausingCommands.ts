import { selectSelection } from '../editor/selectors.ts'
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
]
