import { DropdownMenu, Slot } from 'radix-ui'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn.ts'
import { keepNewFocus } from './keepNewFocus.ts'
import { MenuEntries } from './MenuEntries.tsx'
import { type MenuEntry, menuSurface } from './menuEntry.ts'

interface MenuProps {
  /** The button it opens from. */
  readonly trigger: ReactNode
  readonly entries: readonly MenuEntry[]
  readonly align?: 'start' | 'center' | 'end'
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  readonly open?: boolean
  onOpenChange?(open: boolean): void
}

/** A drop-down menu, drawn from entries. */
export function Menu({ trigger, entries, align = 'start', side = 'bottom', open, onOpenChange }: MenuProps) {
  return (
    <DropdownMenu.Root
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      <DropdownMenu.Trigger asChild>
        <PlainKeys>{trigger}</PlainKeys>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={keepNewFocus}
          className={cn(
            menuSurface,
            'max-h-(--radix-dropdown-menu-content-available-height) origin-(--radix-dropdown-menu-content-transform-origin)',
          )}
        >
          <MenuEntries parts={DropdownMenu} entries={entries} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

/** Keys with a modifier mean something else: with Mod+Enter one does not ask for a menu. */
function PlainKeys({ onKeyDown, ...props }: ComponentProps<typeof Slot.Root>) {
  return (
    <Slot.Root
      {...props}
      onKeyDown={(event) => {
        const { ctrlKey, metaKey, altKey, shiftKey } = event
        if (!(ctrlKey || metaKey || altKey || shiftKey)) onKeyDown?.(event)
      }}
    />
  )
}
