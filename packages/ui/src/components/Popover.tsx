import { Popover as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from './cn.ts'
import { keepForToast } from './keepForToast.ts'

interface PopoverProps {
  /** The button it opens from. */
  readonly trigger: ReactNode
  readonly children: ReactNode
  readonly open?: boolean
  onOpenChange?(open: boolean): void
  readonly align?: 'start' | 'center' | 'end'
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  /** Name for screen readers. */
  readonly label?: string
  readonly className?: string
}

/** A small panel beside the button that opens it. Not modal: a click outside closes it. */
export function Popover({
  trigger,
  children,
  open,
  onOpenChange,
  align = 'start',
  side = 'bottom',
  label,
  className,
}: PopoverProps) {
  return (
    <Radix.Root {...(open === undefined ? {} : { open })} {...(onOpenChange === undefined ? {} : { onOpenChange })}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          aria-label={label}
          onInteractOutside={keepForToast}
          onEscapeKeyDown={(event) => {
            // A field that ends something of its own with Escape says so, and keeps the panel open.
            if (event.target instanceof Element && event.target.closest('[data-owns-escape]')) event.preventDefault()
          }}
          className={cn(
            'z-50 max-h-(--radix-popover-content-available-height) w-72 origin-(--radix-popover-content-transform-origin)',
            'animate-pop-in overflow-y-auto rounded-lg bg-raised p-3 text-ink shadow-lg outline-none',
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
