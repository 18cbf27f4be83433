import { t } from '@petal/ui/language'
import type { Command } from './Command.ts'
import { keysOf, type OwnKeys } from './keysOf.ts'

/** What becomes of a wish for other keys. */
export type KeyPlan =
  | { readonly kind: 'refused'; readonly reason: string }
  /** Other commands have these keys. `own` is how it would be if they were taken from them. */
  | { readonly kind: 'taken'; readonly by: readonly Command[]; readonly own: OwnKeys }
  | { readonly kind: 'free'; readonly own: OwnKeys }

const browsers: readonly string[] = [
  ...['Mod+T', 'Mod+N', 'Mod+W', 'Mod+Shift+T', 'Mod+Shift+N', 'Mod+Shift+W', 'Mod+Q', 'Mod+L', 'Mod+Tab'],
  ...['Mod+R', 'Mod+Shift+R', 'F5', 'F11', 'F12', 'Mod+Shift+I', 'Mod+Shift+Tab', 'Alt+F4'],
]
const everywhere: readonly string[] = ['Escape', 'Tab', 'Shift+Tab', 'Enter', 'Space']

/** What a field needs to be written in, of the keys that a command could take from it. */
const editing =
  /^(?:Shift\+)?(?:Backspace|Delete|Home|End|Insert|PageUp|PageDown|Arrow\w+)$|^Mod\+(?:[ACXV]|Arrow\w+|Backspace|Delete|Home|End)$/

/** True for a command whose keys may be changed: not for what the browser delivers, or what is only passing. */
export function mayChangeKeys({ native, hidden, keys = [] }: Command): boolean {
  return !native && !hidden && !keys.some((key) => everywhere.includes(key))
}

/** Gives a command other keys, unless they cannot be had. */
export function planKeys(commands: readonly Command[], own: OwnKeys, id: string, keys: string): KeyPlan {
  if (browsers.includes(keys)) return { kind: 'refused', reason: t('The browser keeps these keys for itself.') }
  if (everywhere.includes(keys)) return { kind: 'refused', reason: t('Dialogs, buttons and fields need this key.') }
  const inFields = commands.some((command) => command.id === id && command.inFields === true)
  if (inFields && editing.test(keys)) {
    return {
      kind: 'refused',
      reason: t('This command also answers in fields, which need these keys to be written in.'),
    }
  }
  const by = commands.filter((command) => command.id !== id && keysOf(command, own).includes(keys))
  const fixed = by.find((command) => !mayChangeKeys(command))
  if (fixed)
    return {
      kind: 'refused',
      reason: t('“{title}” has these keys, and they cannot be changed.', { title: t(fixed.title) }),
    }
  const taken = by.map((command) => [command.id, keysOf(command, own).filter((key) => key !== keys)] as const)
  const next = { ...own, ...Object.fromEntries(taken), [id]: [keys] }
  return by.length === 0 ? { kind: 'free', own: next } : { kind: 'taken', by, own: next }
}

/** A command with the keys it comes with again, which others then lose. */
export function resetKeys(commands: readonly Command[], own: OwnKeys, command: Command): OwnKeys {
  const { [command.id]: _, ...others } = own
  const given = command.keys ?? []
  const taken = commands.flatMap((other) => {
    const keys = keysOf(other, others)
    const isShared =
      other.id !== command.id && Object.hasOwn(others, other.id) && keys.some((key) => given.includes(key))
    return isShared ? [[other.id, keys.filter((key) => !given.includes(key))] as const] : []
  })
  return { ...others, ...Object.fromEntries(taken) }
}
