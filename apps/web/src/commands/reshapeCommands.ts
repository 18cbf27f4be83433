import { msg } from '@petal/ui/language'
import type { Editor } from '../editor/createEditor.ts'
import type { lateActions as LateActions } from '../editor/lateActions.ts'
import { selectSelectedStepId } from '../editor/selectors.ts'
import type { Command } from './Command.ts'
import { callsAgent, hasSelectedSteps } from './enabled.ts'
import { fetchFor } from './fetchFor.ts'

/** Making one step of several, and several of one. */
export const reshapeCommands: readonly Command[] = [
  {
    id: 'makeSubAgent',
    title: msg('Make sub-agent'),
    group: 'Steps',
    edits: true,
    keys: ['Shift+Alt+A'],
    isEnabled: hasSelectedSteps,
    run: ({ editor }) => reshape(editor, (actions) => actions.makeSubAgent()),
  },
  {
    id: 'dissolve',
    title: msg('Dissolve sub-agent'),
    group: 'Steps',
    edits: true,
    keys: ['Shift+Alt+D'],
    isEnabled: callsAgent,
    run: ({ editor }) => {
      const stepId = selectSelectedStepId(editor.store.getState()) ?? ''
      reshape(editor, (actions) => actions.dissolve(stepId))
    },
  },
]

function reshape(editor: Editor, change: (actions: ReturnType<typeof LateActions>) => void): void {
  fetchFor(
    editor,
    () => import('../editor/lateActions.ts'),
    ({ lateActions }) => change(lateActions(editor)),
  )
}
