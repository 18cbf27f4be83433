import { msg } from '@petal/ui/language'
import type { Command } from './Command.ts'

/** What opens and saves files and folders of this computer. */
export const fileCommands: readonly Command[] = [
  {
    id: 'openFile',
    title: msg('Open a file'),
    group: 'Agent',
    isEnabled: ({ files }) => files.isSupported,
    run: ({ files }) => files.open(),
  },
  {
    id: 'openFolder',
    title: msg('Open a folder of agents'),
    group: 'Agent',
    isEnabled: ({ files }) => files.isSupported,
    run: ({ files }) => files.openFolder(),
  },
  {
    id: 'saveFile',
    title: msg('Save to the file'),
    group: 'Agent',
    keys: ['Mod+S'],
    inFields: true,
    isEnabled: ({ files }) => files.hasFile,
    run: ({ files }) => files.save(),
  },
]
