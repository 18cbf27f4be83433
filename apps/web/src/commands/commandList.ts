import { agentCommands } from './agentCommands.ts'
import type { Command } from './Command.ts'
import { dialogCommands } from './dialogCommands.ts'
import { editCommands } from './editCommands.ts'
import { fileCommands } from './fileCommands.ts'
import { runCommands } from './runCommands.ts'
import { stepCommands } from './stepCommands.ts'
import { viewCommands } from './viewCommands.ts'

/** Every command there is. Of those that share a key the earlier one is asked first: an offer before the selection,
 * a file before a download. */
export const commandList: readonly Command[] = [
  ...agentCommands,
  ...stepCommands,
  ...editCommands,
  ...viewCommands,
  ...runCommands,
  ...fileCommands,
  ...dialogCommands,
]

const byId = new Map(commandList.map((command) => [command.id, command]))

/** A command by its id. Throws when there is none: ids stand in our own code only. */
export function findCommand(id: string): Command {
  const command = byId.get(id)
  if (!command) throw new Error(`There is no command called ${id}.`)
  return command
}
