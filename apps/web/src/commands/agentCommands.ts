import type { Editor } from '../editor/createEditor.ts'
import type { lateActions as LateActions } from '../editor/lateActions.ts'
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
    run: ({ editor }) => reshape(editor, (actions) => actions.makeSubAgent()),
  },
  {
    id: 'dissolve',
    title: 'Dissolve sub-agent',
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

/** Fetches what reshapes agents, and has it done; or says that it could not be fetched. */
function reshape(editor: Editor, change: (actions: ReturnType<typeof LateActions>) => void): void {
  const inHand = () => {
    const { agentId, trail } = editor.store.getState().session
    return [agentId, ...trail.map((opened) => opened.agentId)].join('/')
  }
  const asked = inHand()
  import('../editor/lateActions.ts').then(
    // It was asked for the agent in hand: another one may have come meanwhile.
    ({ lateActions }) => (inHand() === asked ? change(lateActions(editor)) : undefined),
    () => editor.actions.refuse('This could not be loaded. Check the connection, then try again.'),
  )
}

function callsAgent({ state, facts }: CommandView): boolean {
  const agent = selectAgent(state)
  const step = indexSteps(agent).get(selectSelectedStepId(state) ?? '')
  return step !== undefined && calledAgents(step, facts).some((id) => Object.hasOwn(agent.agents ?? {}, id))
}
