import { agentCommands } from './agentCommands.ts'
import type { Command } from './Command.ts'
import { dialogCommands } from './dialogCommands.ts'
import { editCommands } from './editCommands.ts'
import { fileCommands } from './fileCommands.ts'
import { runCommands } from './runCommands.ts'
import { stepCommands } from './stepCommands.ts'
import { viewCommands } from './viewCommands.ts'

const known: Command[] = [
  ...agentCommands,
  ...stepCommands,
  ...editCommands,
  ...viewCommands,
  ...runCommands,
  ...fileCommands,
  ...dialogCommands,
]

/**
 * Every command there is; those that come late are added. Of those that share a key the earlier one is asked first: an
 * offer before the selection, a file before a download.
 */
export const commandList: readonly Command[] = known

const listeners = new Set<() => void>()

/** Adds commands that were loaded later. */
export function addCommands(commands: readonly Command[]): void {
  const added = commands.filter((command) => !known.includes(command))
  if (added.length === 0) return
  known.push(...added)
  for (const listener of listeners) listener()
}

/** Calls back whenever commands were added, until what this gives is called. */
export function onCommandsAdded(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** A command by its id. Throws when there is none: ids stand in our own code only. */
export function findCommand(id: string, commands: readonly Command[] = known): Command {
  const command = commands.find((entry) => entry.id === id)
  if (!command) throw new Error(`There is no command called ${id}.`)
  return command
}
