import type { Command } from './Command.ts'
import { keysOf, type OwnKeys } from './keysOf.ts'

/**
 * The key to show for a command: the first that would run it now, and not another one with the same key that is asked
 * before it. Undefined when it has none.
 */
export function shownKey(
  command: Command,
  commands: readonly Command[],
  own: OwnKeys,
  isEnabled: (command: Command) => boolean,
): string | undefined {
  return keysOf(command, own).find((key) => {
    const sharing = commands.filter((other) => keysOf(other, own).includes(key))
    return (sharing.find(isEnabled) ?? sharing[0])?.id === command.id
  })
}
