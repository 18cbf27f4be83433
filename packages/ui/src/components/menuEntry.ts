import type { ReactNode } from 'react'

/** One line of a menu, as data. */
export type MenuEntry =
  | {
      readonly kind?: 'item'
      readonly id: string
      readonly label: string
      readonly icon?: ReactNode
      /** Keys such as `Mod+Z`. */
      readonly shortcut?: string
      readonly disabled?: boolean
      /** Drawn red: it takes something away. */
      readonly danger?: boolean
      /** Set for an entry that is on or off: a tick stands before it. */
      readonly checked?: boolean
      /** A second line, in small type. */
      readonly hint?: string
      onSelect(): void
    }
  | { readonly kind: 'separator'; readonly id: string }
  | { readonly kind: 'label'; readonly id: string; readonly label: string }
  | {
      readonly kind: 'submenu'
      readonly id: string
      readonly label: string
      readonly icon?: ReactNode
      readonly entries: readonly MenuEntry[]
    }

export const menuSurface =
  'z-50 min-w-44 max-w-80 animate-pop-in scroll-py-7 overflow-y-auto rounded-lg bg-raised p-1 text-ink shadow-lg outline-none'
export const menuRow =
  'flex min-h-7 select-none items-center gap-2 rounded-md px-2 py-1 text-base outline-none pointer-coarse:min-h-10 data-[disabled]:text-ink-disabled data-[highlighted]:bg-hover data-[state=open]:bg-hover [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-faint'
