import { Popover as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

interface ListboxPopoverProps {
  readonly open: boolean
  onOpenChange(open: boolean): void
  /** The control that keeps the focus. */
  readonly anchor: ReactNode
  readonly children: ReactNode
}

/** Where a list opens: as wide as its control at least, and without taking the focus away from it. */
export function ListboxPopover({ open, onOpenChange, anchor, children }: ListboxPopoverProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Anchor asChild>{anchor}</Radix.Anchor>
      <Radix.Portal>
        <Radix.Content
          // The list inside has the role; the layer around it must not announce itself as a dialog.
          role="presentation"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onFocusOutside={(event) => event.preventDefault()}
          className="z-50 min-w-(--radix-popover-trigger-width) max-w-96 animate-pop-in rounded-lg bg-raised text-ink shadow-lg outline-none"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
