import { cn } from './cn.ts'

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)
const macNames: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↵', Delete: '⌫' }
const otherNames: Readonly<Record<string, string>> = { Mod: 'Ctrl', Enter: '↵' }

/** The words for a shortcut such as `Mod+Shift+Z` on this machine: `⌘ ⇧ Z` or `Ctrl Shift Z`. */
export function keyNames(shortcut: string): readonly string[] {
  const names = isMac ? macNames : otherNames
  return shortcut.split(/\+(?=.)/).map((key) => names[key] ?? key)
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
