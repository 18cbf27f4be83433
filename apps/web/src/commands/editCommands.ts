import { msg, t } from '@petal/ui/language'
import { selectAgent } from '../editor/selectors.ts'
import type { Command } from './Command.ts'
import { hasSelectedSteps, hasSelection } from './enabled.ts'

/** Undo, the clipboard and the selection. */
export const editCommands: readonly Command[] = [
  {
    id: 'undo',
    title: msg('Undo'),
    group: 'Edit',
    edits: true,
    keys: ['Mod+Z'],
    inFields: true,
    isEnabled: ({ state }) => state.history.past.length > 0,
    run: ({ editor }) => editor.actions.undo(),
  },
  {
    id: 'redo',
    title: msg('Redo'),
    group: 'Edit',
    edits: true,
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    inFields: true,
    isEnabled: ({ state }) => state.history.future.length > 0,
    run: ({ editor }) => editor.actions.redo(),
  },
  {
    id: 'cut',
    title: msg('Cut'),
    group: 'Edit',
    edits: true,
    keys: ['Mod+X'],
    native: true,
    isEnabled: hasSelectedSteps,
    run: ({ editor }) => writeClipboard(editor.actions.cut()),
  },
  {
    id: 'copy',
    title: msg('Copy'),
    group: 'Edit',
    keys: ['Mod+C'],
    native: true,
    isEnabled: hasSelectedSteps,
    run: ({ editor }) => writeClipboard(editor.actions.copy()),
  },
  {
    id: 'paste',
    title: msg('Paste'),
    group: 'Edit',
    edits: true,
    keys: ['Mod+V'],
    native: true,
    run: ({ editor }) => {
      const nothing = () => editor.actions.announce(t('There are no copied steps to paste'))
      navigator.clipboard.readText().then((text) => {
        if (!editor.actions.paste(text)) nothing()
      }, nothing)
    },
  },
  {
    id: 'duplicate',
    title: msg('Duplicate'),
    group: 'Edit',
    edits: true,
    keys: ['Mod+D'],
    isEnabled: hasSelectedSteps,
    run: ({ editor }) => editor.actions.duplicate(),
  },
  {
    id: 'selectAll',
    title: msg('Select all steps'),
    group: 'Edit',
    keys: ['Mod+A'],
    isEnabled: ({ state }) => selectAgent(state).steps.length > 0,
    run: ({ editor }) => editor.actions.selectAll(),
  },
  {
    id: 'selectBefore',
    title: msg('Select what leads here'),
    group: 'Edit',
    keys: ['Shift+Alt+B'],
    isEnabled: hasSelectedSteps,
    run: ({ editor }) => editor.actions.selectAlong('before'),
  },
  {
    id: 'selectAfter',
    title: msg('Select what follows'),
    group: 'Edit',
    keys: ['Shift+Alt+F'],
    isEnabled: hasSelectedSteps,
    run: ({ editor }) => editor.actions.selectAlong('after'),
  },
  {
    id: 'selectNothing',
    title: msg('Clear the selection'),
    group: 'Edit',
    keys: ['Escape'],
    hidden: true,
    isEnabled: hasSelection,
    run: ({ editor }) => editor.actions.select({}),
  },
  {
    id: 'delete',
    title: msg('Delete'),
    group: 'Edit',
    edits: true,
    keys: ['Delete', 'Backspace'],
    danger: true,
    isEnabled: hasSelection,
    run: ({ editor }) => editor.actions.removeSelection(true),
  },
  {
    id: 'deleteAlone',
    title: msg('Delete without reconnecting'),
    group: 'Edit',
    edits: true,
    keys: ['Mod+Delete', 'Mod+Backspace'],
    danger: true,
    isEnabled: hasSelectedSteps,
    run: ({ editor }) => editor.actions.removeSelection(false),
  },
]

function writeClipboard(text: string | undefined): void {
  if (text !== undefined) void navigator.clipboard.writeText(text)
}
