import { msg, t } from '../language/index.ts'
import { cn } from './cn.ts'

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)

/** What is printed on keys: by names in the language of the page, and by signs that are the same in all of them. */
const namesOfAll: Readonly<Record<string, string>> = {
  Enter: '↵',
  Escape: msg('Esc'),
  Space: msg('Space'),
  Backspace: msg('Backspace'),
  Insert: msg('Ins'),
  Home: msg('Home'),
  End: msg('End'),
  PageUp: msg('Page Up'),
  PageDown: msg('Page Down'),
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
}
const names: Readonly<Record<string, string>> = isMac
  ? { ...namesOfAll, Mod: '⌘', Shift: '⇧', Alt: '⌥', Control: '⌃', Delete: '⌫' }
  : { ...namesOfAll, Mod: msg('Ctrl'), Shift: msg('Shift'), Delete: msg('Del'), Meta: msg('Win') }

/** The words for a shortcut such as `Mod+Shift+Z` on this machine: `⌘ ⇧ Z`, `Ctrl Shift Z` or `Strg Umschalt Z`. */
export function keyNames(shortcut: string): readonly string[] {
  return shortcut.split(/\+(?=.)/).map((key) => t(names[key] ?? key))
}

interface KbdProps {
  /** Keys joined by `+`: `Mod+Shift+Z`. `Mod` is Command on a Mac, else Ctrl. */
  readonly keys: string
  readonly className?: string
}

/** A keyboard shortcut, key by key. */
export function Kbd({ keys, className }: KbdProps) {
  return (
    <kbd className={cn('inline-flex gap-0.5 font-sans', className)}>
      {keyNames(keys).map((name) => (
        <span
          key={name}
          className="inline-flex h-4 min-w-4 items-center justify-center rounded-sm border border-current/20 px-1 text-xs leading-none"
        >
          {name}
        </span>
      ))}
    </kbd>
  )
}
