import { tinykeys } from 'tinykeys'
import { isTyping } from '../editor/isTyping.ts'
import type { Command, CommandGroup } from './Command.ts'
import { commandList } from './commandList.ts'

/** How key bindings reach the commands. */
export interface CommandRunner {
  isEnabled(command: Command): boolean
  /** For a command that is on or off. */
  isOn(command: Command): boolean
  run(command: Command): void
}

/** Groups whose commands change the document: in a field they answer only where its undo is the document's. */
const ofDocument: readonly CommandGroup[] = ['Edit', 'Steps']

/**
 * Lets keys run commands; gives the way to stop. While a person types, only commands that are meant for it answer, and
 * those that change the document only in its own fields (inside `data-history="document"`). Where several commands
 * share a key, the first that can do something now answers.
 */
export function bindKeys(target: Window, runner: CommandRunner, commands = commandList): () => void {
  const answer = (event: KeyboardEvent, sharing: readonly Command[]): void => {
    if (event.defaultPrevented) return
    const command = sharing.find((candidate) => isMeantFor(event.target, candidate) && runner.isEnabled(candidate))
    if (!command) return
    event.preventDefault()
    runner.run(command)
  }
  const bindings = [...commandsByKey(commands)].map(([keys, sharing]): [string, (event: KeyboardEvent) => void] => [
    keys,
    (event) => answer(event, sharing),
  ])
  return tinykeys(target, Object.fromEntries(bindings))
}

function commandsByKey(commands: readonly Command[]): ReadonlyMap<string, readonly Command[]> {
  const byKey = new Map<string, Command[]>()
  for (const command of commands) {
    if (command.native) continue
    for (const keys of (command.keys ?? []).flatMap(toTinykeys)) {
      const sharing = byKey.get(keys)
      if (sharing) sharing.push(command)
      else byKey.set(keys, [command])
    }
  }
  return byKey
}

/** The same keys in tinykeys' grammar. A sign such as `?` or `+` may need Shift or not, by the keyboard's layout. */
function toTinykeys(keys: string): readonly string[] {
  const parts = keys.split(/\+(?=.)/).map((key) => (key === 'Mod' ? '$mod' : key))
  const pressed = parts.join('+')
  return /^[^\w]$/.test(keys) ? [pressed, `Shift+${pressed}`] : [pressed]
}

function isMeantFor(target: EventTarget | null, command: Command): boolean {
  if (isTyping(target)) return command.inFields === true && isOwnField(target, command)
  // Enter and Tab belong to the button that has the focus.
  const onControl = target instanceof Element && target.closest('button, a, [role="menuitem"], [role="tab"]') !== null
  return !onControl || !command.keys?.some((keys) => keys === 'Enter' || keys === 'Tab')
}

function isOwnField(target: EventTarget | null, command: Command): boolean {
  if (!(target instanceof Element) || target.closest('[role="dialog"]')) return false
  return !ofDocument.includes(command.group) || target.closest('[data-history="document"]') !== null
}
