import { msg } from '@petal/ui/language'
import type { Command } from './Command.ts'

/** The plugins that a person loads. */
export const pluginCommands: readonly Command[] = [
  {
    id: 'plugins',
    title: msg('Load a plugin'),
    group: 'Agent',
    run: ({ editor }) => editor.actions.setDialog('plugins'),
  },
]
