import { msg, t } from '@petal/ui/language'
import { type Alignment, alignments } from '../editor/arrangeBoxes.ts'
import { indexSteps, selectAgent, selectDocument, selectSelection } from '../editor/selectors.ts'
import { arrange } from './arrange.ts'
import type { Command } from './Command.ts'
import { hasSelectedSteps } from './enabled.ts'

const distributeTitles = {
  horizontally: msg('Distribute horizontally'),
  vertically: msg('Distribute vertically'),
}

const alignTitles: Readonly<Record<Alignment, string>> = {
  left: msg('Align left edges'),
  centre: msg('Align centres'),
  right: msg('Align right edges'),
  top: msg('Align top edges'),
  middle: msg('Align middles'),
  bottom: msg('Align bottom edges'),
}

/** What is done with the cards in hand. The work itself is fetched with the first of these that is used. */
export const arrangeCommands: readonly Command[] = [
  {
    id: 'disable',
    title: msg('Disable'),
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
    title: msg('Pin'),
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
  ...alignments.map(
    (alignment): Command => ({
      id: `align-${alignment}`,
      title: alignTitles[alignment],
      group: 'Steps',
      edits: true,
      isEnabled: hasCards(2),
      run: (context) => arrange(context, (actions) => actions.align(alignment)),
    }),
  ),
  ...(['horizontally', 'vertically'] as const).map(
    (direction): Command => ({
      id: `distribute-${direction}`,
      title: distributeTitles[direction],
      group: 'Steps',
      edits: true,
      isEnabled: hasCards(3),
      run: (context) => arrange(context, (actions) => actions.distribute(direction)),
    }),
  ),
  {
    id: 'snapToGrid',
    title: msg('Snap to the grid'),
    group: 'View',
    isOn: ({ state }) => state.session.panels.gridOn,
    run: ({ editor }) => {
      const gridOn = !editor.store.getState().session.panels.gridOn
      editor.actions.setPanels({ gridOn })
      editor.actions.announce(gridOn ? t('Cards snap to the grid') : t('Cards no longer snap to the grid'))
    },
  },
]

function hasCards(least: number): NonNullable<Command['isEnabled']> {
  return ({ state }) => {
    const { stepIds, noteIds } = selectSelection(state)
    return stepIds.length + noteIds.length >= least
  }
}
