import { msg } from '@petal/ui/language'
import type { DialogName } from '../editor/EditorState.ts'
import type { Command, CommandGroup } from './Command.ts'

/** What opens a dialog. */
export const dialogCommands: readonly Command[] = [
  dialog('openLibrary', msg('Open the library'), 'Agent', 'library', ['Mod+O']),
  dialog('import', msg('Import an agent'), 'Agent', 'import'),
  dialog('export', 'Export', 'Agent', 'export', ['Mod+Shift+S', 'Mod+S']),
  dialog('versions', 'Versions', 'Agent', 'versions'),
  dialog('keys', msg('API keys'), 'Agent', 'keys'),
  dialog('settings', 'Settings', 'Agent', 'settings', ['Mod+,']),
  dialog('commands', msg('Find a command'), 'Help', 'commands', ['Mod+K']),
  dialog('find', msg('Find and replace'), 'Help', 'find', ['Mod+F']),
  dialog('shortcuts', msg('Keyboard shortcuts'), 'Help', 'shortcuts', ['?']),
]

function dialog(...[id, title, group, name, keys]: [string, string, CommandGroup, DialogName, string[]?]): Command {
  // With Mod it is no text, so that it also answers while one types.
  const inFields = keys?.every((key) => key.startsWith('Mod+')) === true
  return {
    id,
    title,
    group,
    ...(keys ? { keys } : {}),
    ...(inFields ? { inFields } : {}),
    run: ({ editor }) => editor.actions.setDialog(name),
  }
}
