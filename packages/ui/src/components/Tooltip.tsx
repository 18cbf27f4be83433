import { Slot } from 'radix-ui'
import { type ReactNode, useId, useRef } from 'react'
import { Kbd } from './Kbd.tsx'
import type { Side } from './placeBeside.ts'
import { TooltipBubble } from './TooltipBubble.tsx'
import { useTooltip } from './useTooltip.ts'

interface TooltipProps {
  readonly content: ReactNode
  /** Keys such as `Mod+Z`, shown beside the words. */
  readonly shortcut?: string | undefined
  readonly side?: Side
  /** One element that can take a ref: the button that is explained. */
  readonly children: ReactNode
}

/**
 * A few words about a control, on hover and on focus by keyboard. Most controls have one and few are ever seen, so until
 * then it is nothing but listeners.
 */
export function Tooltip({ content, shortcut, side = 'bottom', children }: TooltipProps) {
  const id = useId()
  const anchor = useRef<HTMLElement>(null)
  const { isOpen, close, trigger, bubble } = useTooltip()
  return (
    <>
      <Slot.Root ref={anchor} aria-describedby={isOpen ? id : undefined} {...trigger}>
        {children}
      </Slot.Root>
      {isOpen ? (
        <TooltipBubble id={id} anchor={anchor} side={side} close={close} {...bubble}>
          {content}
          {shortcut === undefined ? null : <Kbd keys={shortcut} />}
        </TooltipBubble>
      ) : null}
    </>
  )
}
