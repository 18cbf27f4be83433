import { arrangeCommands } from './arrangeCommands.ts'
import type { Command } from './Command.ts'
import { groupCommands } from './groupCommands.ts'
import { lateRunCommands } from './lateRunCommands.ts'
import { pluginCommands } from './pluginCommands.ts'
import { regionCommands } from './regionCommands.ts'
import { reshapeCommands } from './reshapeCommands.ts'

/** The commands that the first moment can do without. */
export const lateCommands: readonly Command[] = [
  ...reshapeCommands,
  ...arrangeCommands,
  ...groupCommands,
  ...lateRunCommands,
  ...pluginCommands,
  ...regionCommands,
]
