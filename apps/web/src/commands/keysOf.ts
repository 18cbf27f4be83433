import type { Command } from './Command.ts'

/** Keys that a person has given commands, by their ids; an empty list takes a command's keys away. */
export type OwnKeys = Readonly<Record<string, readonly string[]>>

/** The keys of a command: the person's, or else those it comes with. */
export function keysOf(command: Pick<Command, 'id' | 'keys'>, own: OwnKeys): readonly string[] {
  return (Object.hasOwn(own, command.id) ? own[command.id] : command.keys) ?? []
}
