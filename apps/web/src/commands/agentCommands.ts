import { msg } from '@petal/ui/language'
import { selectSelectedStepId } from '../editor/selectors.ts'
import type { Command } from './Command.ts'
import { callsAgent } from './enabled.ts'

/** The agents that steps call: opening them in place. */
export const agentCommands: readonly Command[] = [
  {
    id: 'openAgent',
    title: msg('Open the agent it calls'),
    group: 'Steps',
    keys: ['Enter'],
    isEnabled: callsAgent,
    run: ({ editor }) => editor.actions.openAgentOf(selectSelectedStepId(editor.store.getState()) ?? ''),
  },
]
