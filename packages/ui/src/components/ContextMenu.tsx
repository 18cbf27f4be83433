import { ContextMenu as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from './cn.ts'
import { keepNewFocus } from './keepNewFocus.ts'
import { MenuEntries } from './MenuEntries.tsx'
import { type MenuEntry, menuSurface } from './menuEntry.ts'

interface ContextMenuProps {
  /** One element that can take a ref: what is right-clicked. */
  readonly children: ReactNode
  readonly entries: readonly MenuEntry[]
  onOpenChange?(open: boolean): void
}

/** The menu at the pointer after a right click, a long press or the menu key. */
export function ContextMenu({ children, entries, onOpenChange }: ContextMenuProps) {
  return (
    <Radix.Root {...(onOpenChange === undefined ? {} : { onOpenChange })}>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          collisionPadding={8}
          onCloseAutoFocus={keepNewFocus}
          className={cn(menuSurface, 'max-h-(--radix-context-menu-content-available-height)')}
        >
          <MenuEntries parts={Radix} entries={entries} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
