import type { Command } from './Command.ts'

/** The plugins that a person loads. */
export const pluginCommands: readonly Command[] = [
  {
    id: 'plugins',
    title: 'Load a plugin',
    group: 'Agent',
    run: ({ editor }) => editor.actions.setDialog('plugins'),
  },
]
