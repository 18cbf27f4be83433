import { msg } from '@petal/ui/language'
import { groupsWithin } from '../editor/groups.ts'
import { selectAgent, selectSelection } from '../editor/selectors.ts'
import { arrange } from './arrange.ts'
import type { Command, CommandView } from './Command.ts'
import { hasSelectedCards } from './enabled.ts'

/** Groups of cards: those of which every member is selected are in hand. */
export const groupCommands: readonly Command[] = [
  {
    id: 'group',
    title: msg('Group'),
    group: 'Steps',
    edits: true,
    keys: ['Mod+G'],
    isEnabled: hasSelectedCards,
    run: (context) => arrange(context, (actions) => void actions.group()),
  },
  {
    id: 'ungroup',
    title: msg('Ungroup'),
    group: 'Steps',
    edits: true,
    keys: ['Mod+Shift+G'],
    isEnabled: hasGroup,
    run: (context) => arrange(context, (actions) => actions.ungroup()),
  },
  {
    id: 'collapseGroup',
    title: msg('Collapse or open the group'),
    group: 'Steps',
    edits: true,
    keys: ['Shift+G'],
    isEnabled: hasGroup,
    run: (context) => arrange(context, (actions) => actions.toggleCollapsed()),
  },
  {
    id: 'renameGroup',
    title: msg('Rename the group'),
    group: 'Steps',
    edits: true,
    keys: ['F2'],
    // One step alone is itself what is renamed.
    isEnabled: hasGroup,
    run: ({ editor }) => editor.actions.askCanvas('renameGroup'),
  },
]

function hasGroup({ state }: CommandView): boolean {
  return groupsWithin(selectAgent(state), selectSelection(state)).length > 0
}
