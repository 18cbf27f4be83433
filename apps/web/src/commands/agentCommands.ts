import { indexSteps, selectAgent, selectSelectedStepId } from '../editor/selectors.ts'
import { calledAgents } from '../editor/trail.ts'
import type { Command, CommandView } from './Command.ts'
import { hasSelectedSteps } from './enabled.ts'

/** The agents that steps call: opening them in place, making and dissolving them. */
export const agentCommands: readonly Command[] = [
  {
    id: 'openAgent',
    title: 'Open the agent it calls',
    group: 'Steps',
    keys: ['Enter'],
    isEnabled: callsAgent,
    run: ({ editor }) => editor.actions.openAgentOf(selectSelectedStepId(editor.store.getState()) ?? ''),
  },
  {
    id: 'makeSubAgent',
    title: 'Make sub-agent',
    group: 'Steps',
    edits: true,
    keys: ['Shift+Alt+A'],
    isEnabled: hasSelectedSteps,
    run: ({ editor }) => editor.actions.makeSubAgent(),
  },
  {
    id: 'dissolve',
    title: 'Dissolve sub-agent',
    group: 'Steps',
    edits: true,
    keys: ['Shift+Alt+D'],
    isEnabled: callsAgent,
    run: ({ editor }) => editor.actions.dissolve(selectSelectedStepId(editor.store.getState()) ?? ''),
  },
]

function callsAgent({ state, facts }: CommandView): boolean {
  const agent = selectAgent(state)
  const step = indexSteps(agent).get(selectSelectedStepId(state) ?? '')
  return step !== undefined && calledAgents(step, facts).some((id) => Object.hasOwn(agent.agents ?? {}, id))
}
