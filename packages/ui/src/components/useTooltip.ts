import { type FocusEvent, type PointerEvent, useEffect, useRef, useState } from 'react'

/** How long the pointer rests before a tooltip opens, and how long after one has closed the next opens at once, in ms. */
const rest = 400
const soon = 300
/** Time for the pointer to reach the tooltip itself. */
const crossing = 120

/** One pointer, one focus: a page shows one tooltip at most. */
let closeShown: (() => void) | undefined
let closedAt = Number.NEGATIVE_INFINITY

/** When the tooltip of an element is open. `trigger` goes on the element, `bubble` on the tooltip. */
export function useTooltip() {
  const [isOpen, setOpen] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [{ open, close, schedule }] = useState(() => {
    const schedule = (work: () => void, delay: number) => {
      clearTimeout(timer.current)
      timer.current = setTimeout(work, delay)
    }
    const close = () => {
      clearTimeout(timer.current)
      if (closeShown !== close) return
      closeShown = undefined
      closedAt = performance.now()
      setOpen(false)
    }
    const open = () => {
      clearTimeout(timer.current)
      if (closeShown !== close) closeShown?.()
      closeShown = close
      setOpen(true)
    }
    return { open, close, schedule }
  })
  useEffect(() => close, [close])

  const leave = () => schedule(close, crossing)
  const trigger = {
    onPointerEnter: ({ pointerType }: PointerEvent) => {
      if (pointerType === 'touch') return
      const isNext = closeShown !== undefined || performance.now() - closedAt < soon
      schedule(open, isNext ? 0 : rest)
    },
    onPointerLeave: leave,
    onPointerDown: close,
    onClick: close,
    onFocus: ({ currentTarget }: FocusEvent) => {
      if (currentTarget.matches(':focus-visible')) open()
    },
    onBlur: close,
  }
  return { isOpen, close, trigger, bubble: { onPointerEnter: open, onPointerLeave: leave } }
}
