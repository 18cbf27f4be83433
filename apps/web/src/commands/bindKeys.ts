import { tinykeys } from 'tinykeys'
import { isInLayer } from '../editor/isInLayer.ts'
import { isTyping } from '../editor/isTyping.ts'
import type { Command, CommandGroup } from './Command.ts'
import { commandList } from './commandList.ts'
import { keysOf, type OwnKeys } from './keysOf.ts'

/** How key bindings reach the commands. */
export interface CommandRunner {
  isEnabled(command: Command): boolean
  /** For a command that is on or off. */
  isOn(command: Command): boolean
  /** What it is called now, untranslated. */
  titleOf(command: Command): string
  run(command: Command): void
}

/** Groups whose commands change the document: in a field they answer only where its undo is the document's. */
const ofDocument: readonly CommandGroup[] = ['Edit', 'Steps']

/**
 * Lets keys run commands; gives the way to stop. While a person types, only commands that are meant for it answer, and
 * those that change the document only in its own fields (inside `data-history="document"`). Where several commands
 * share a key, the first that can do something now answers.
 */
export function bindKeys(
  target: Window | HTMLElement,
  runner: CommandRunner,
  commands: readonly Command[] = commandList,
  own: OwnKeys = {},
): () => void {
  const answer = (event: KeyboardEvent, sharing: readonly Command[]): void => {
    if (event.defaultPrevented) return
    const meant = sharing.filter((candidate) => isMeantFor(event, candidate, own))
    const command = meant.find((candidate) => runner.isEnabled(candidate))
    // Where there is nothing to undo, the browser would undo in a field that nobody is in.
    const isChord = event.ctrlKey || event.metaKey
    if (command || (meant.length > 0 && isChord && !isTyping(event.target))) event.preventDefault()
    if (command) runner.run(command)
  }
  const bindings = [...commandsByKey(commands, own)].map(
    ([keys, sharing]): [string, (event: KeyboardEvent) => void] => [keys, (event) => answer(event, sharing)],
  )
  return tinykeys(target, Object.fromEntries(bindings))
}

function commandsByKey(commands: readonly Command[], own: OwnKeys): ReadonlyMap<string, readonly Command[]> {
  const byKey = new Map<string, Command[]>()
  for (const command of commands) {
    if (command.native) continue
    for (const keys of keysOf(command, own).flatMap(toTinykeys)) {
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
  const last = parts.at(-1) ?? ''
  // On some keyboards Alt makes another sign of a letter: then it is known by its place.
  if (parts.includes('Alt') && /^[A-Z]$/i.test(last))
    return [pressed, [...parts.slice(0, -1), `Key${last.toUpperCase()}`].join('+')]
  const isSign = /^[^\p{L}\p{N}]$/u.test(last)
  return isSign ? [pressed, `Shift+${pressed}`] : [pressed]
}

function isMeantFor(event: KeyboardEvent, command: Command, own: OwnKeys): boolean {
  const { target } = event
  if (isTyping(target)) {
    // A person may have chosen a letter, which in a field is text.
    const writes = Object.hasOwn(own, command.id) && event.key.length === 1 && !event.ctrlKey && !event.metaKey
    return command.inFields === true && !writes && isOwnField(target, command)
  }
  // Enter and Tab belong to the button that has the focus.
  const onControl = target instanceof Element && target.closest('button, a, [role="tab"]') !== null
  return !onControl || !command.keys?.some((keys) => keys === 'Enter' || keys === 'Tab')
}

function isOwnField(target: EventTarget | null, command: Command): boolean {
  if (!(target instanceof Element) || isInLayer(target)) return false
  return !ofDocument.includes(command.group) || target.closest('[data-history="document"]') !== null
}
