import { type PointerEvent as ReactPointerEvent, useMemo, useRef } from 'react'

/** How far the pointer goes before a press becomes a drag, in pixels. */
const threshold = 4

interface Point {
  readonly x: number
  readonly y: number
}

/** Tells a drag from a click. `onPickUp` is called once the pointer has gone far enough. */
export function usePickUp(onPickUp: (point: Point) => void) {
  const dragged = useRef(false)
  const latest = useRef(onPickUp)
  latest.current = onPickUp
  return useMemo(() => {
    const onPointerDown = (press: ReactPointerEvent<HTMLElement>) => {
      dragged.current = false
      if (press.button !== 0) return
      const from = { x: press.clientX, y: press.clientY }
      const move = (event: PointerEvent) => {
        if (Math.hypot(event.clientX - from.x, event.clientY - from.y) < threshold) return
        dragged.current = true
        stop()
        latest.current({ x: event.clientX, y: event.clientY })
      }
      const stop = () => {
        window.removeEventListener('pointermove', move)
        window.removeEventListener('pointerup', stop)
        window.removeEventListener('pointercancel', stop)
      }
      window.addEventListener('pointermove', move)
      window.addEventListener('pointerup', stop)
      window.addEventListener('pointercancel', stop)
    }
    return { handlers: { onPointerDown }, wasDragged: () => dragged.current }
  }, [])
}
