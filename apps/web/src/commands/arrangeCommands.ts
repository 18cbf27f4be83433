import type { arranging } from '../editor/arranging.ts'
import { indexSteps, selectAgent, selectDocument, selectSelection } from '../editor/selectors.ts'
import type { Command, CommandContext } from './Command.ts'
import { hasSelectedSteps } from './enabled.ts'

/** What is done with the cards in hand. The work itself is fetched with the first of these that is used. */
export const arrangeCommands: readonly Command[] = [
  {
    id: 'disable',
    title: 'Disable',
    group: 'Steps',
    edits: true,
    keys: ['D'],
    isEnabled: hasSelectedSteps,
    isOn: ({ state }) => {
      const steps = indexSteps(selectAgent(state))
      return selectSelection(state).stepIds.every((id) => steps.get(id)?.disabled)
    },
    run: (context) => arrange(context, ({ toggleDisabled }) => toggleDisabled()),
  },
  {
    id: 'pin',
    title: 'Pin',
    group: 'Steps',
    edits: true,
    keys: ['P'],
    isEnabled: hasSelectedSteps,
    isOn: ({ state }) => {
      const { layout } = selectDocument(state)
      return selectSelection(state).stepIds.every((id) => layout[id]?.[2] !== undefined)
    },
    run: (context) => arrange(context, ({ togglePinned }) => togglePinned()),
  },
]

function arrange({ editor }: CommandContext, act: (actions: ReturnType<typeof arranging>) => void): void {
  void import('../editor/arranging.ts').then((module) => act(module.arranging(editor)))
}
