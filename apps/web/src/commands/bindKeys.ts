import { tinykeys } from 'tinykeys'
import { isTyping } from '../editor/isTyping.ts'
import type { Command } from './Command.ts'
import { commandList } from './commandList.ts'

/** How key bindings reach the commands. */
export interface CommandRunner {
  isEnabled(command: Command): boolean
  run(command: Command): void
}

/**
 * Lets keys run commands; gives the way to stop. While a person types, only commands that are meant for it answer, and
 * those that edit only in fields of the document (inside `data-history="document"`), whose undo is the document's.
 */
export function bindKeys(target: Window, runner: CommandRunner): () => void {
  const answer = (event: KeyboardEvent, command: Command): void => {
    if (event.defaultPrevented || !isMeantFor(event.target, command) || !runner.isEnabled(command)) return
    event.preventDefault()
    runner.run(command)
  }
  const bindings = commandList
    .filter((command) => !command.native)
    .flatMap((command) =>
      (command.keys ?? [])
        .flatMap(toTinykeys)
        .map((keys): [string, (event: KeyboardEvent) => void] => [keys, (event) => answer(event, command)]),
    )
  return tinykeys(target, Object.fromEntries(bindings))
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
  return command.group !== 'Edit' || target.closest('[data-history="document"]') !== null
}
