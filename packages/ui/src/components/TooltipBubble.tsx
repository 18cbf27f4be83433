import { type ComponentProps, type RefObject, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { placeBeside, type Side } from './placeBeside.ts'

interface TooltipBubbleProps extends ComponentProps<'div'> {
  readonly anchor: RefObject<HTMLElement | null>
  readonly side: Side
  readonly close: () => void
}

/** The tooltip itself. Escape and scrolling close it. */
export function TooltipBubble({ anchor, side, close, ...rest }: TooltipBubbleProps) {
  const bubble = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (!anchor.current || !bubble.current) return
    const within = { width: window.innerWidth, height: window.innerHeight }
    const size = { width: bubble.current.offsetWidth, height: bubble.current.offsetHeight }
    const { left, top } = placeBeside(anchor.current.getBoundingClientRect(), size, side, within)
    Object.assign(bubble.current.style, { left: `${left}px`, top: `${top}px` })
  })
  useLayoutEffect(() => {
    // Before anything else hears of it, so that the key closes the tooltip and not the dialog it stands in.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      close()
    }
    window.addEventListener('keydown', onKeyDown, true)
    window.addEventListener('scroll', close, { capture: true, passive: true })
    return () => {
      window.removeEventListener('keydown', onKeyDown, true)
      window.removeEventListener('scroll', close, { capture: true })
    }
  }, [close])
  return createPortal(
    <div
      ref={bubble}
      role="tooltip"
      className="fixed top-0 left-0 z-60 flex w-max max-w-72 animate-fade-in items-center gap-2 rounded-md bg-[#2a2433] px-2 py-1 text-[#f4f1f7] text-sm shadow-lg"
      {...rest}
    />,
    document.body,
  )
}
