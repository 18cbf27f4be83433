import { useReactFlow } from '@xyflow/react'
import { type RefObject, useEffect } from 'react'

/** A smaller change is someone dragging a border, who sees what happens, in pixels. */
const jump = 64

/**
 * Keeps in the middle what is in the middle when a panel takes room from the canvas or gives it back. Not while the
 * camera is on its way anyhow: `isMoving` says so.
 */
export function useKeepCentre(place: RefObject<HTMLElement | null>, isMoving: () => boolean): void {
  const { getViewport, setViewport } = useReactFlow()
  useEffect(() => {
    const element = place.current
    if (!element) return undefined
    let before = { width: element.clientWidth, height: element.clientHeight }
    const observer = new ResizeObserver(() => {
      const after = { width: element.clientWidth, height: element.clientHeight }
      const [dx, dy] = [after.width - before.width, after.height - before.height]
      before = after
      if (Math.max(Math.abs(dx), Math.abs(dy)) < jump || isMoving()) return
      const { x, y, zoom } = getViewport()
      void setViewport({ x: Math.round(x + dx / 2), y: Math.round(y + dy / 2), zoom })
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [place, isMoving, getViewport, setViewport])
}
