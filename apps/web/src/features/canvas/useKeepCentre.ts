import { useReactFlow, type Viewport } from '@xyflow/react'
import { type RefObject, useEffect, useRef } from 'react'
import { boundsToShow } from './boundsToShow.ts'
import type { Flow } from './toFlow.ts'
import { viewInRoom } from './viewInRoom.ts'

/** A smaller change is someone dragging a border, who sees what happens, in pixels. */
const jump = 64

interface Kept {
  readonly place: RefObject<HTMLElement | null>
  readonly flow: Pick<Flow, 'nodes'>
  /** Whether the camera is on its way anyhow. */
  isMoving(): boolean
}

/**
 * Keeps in the middle what is in the middle when a panel takes room from the canvas or gives it back, and an agent in
 * sight that is shown as a whole.
 */
export function useKeepCentre({ place, flow, isMoving }: Kept): void {
  const { getViewport, setViewport } = useReactFlow()
  const latest = useRef(flow)
  latest.current = flow
  useEffect(() => {
    const element = place.current
    if (!element) return undefined
    let before = sizeOf(element)
    // What was made smaller here, unless someone has moved the camera since.
    let smaller: { readonly view: Viewport; readonly zoomBefore: number } | undefined
    const observer = new ResizeObserver(() => {
      const after = sizeOf(element)
      const sizes = { before, after }
      before = after
      if (Math.max(Math.abs(after.width - sizes.before.width), Math.abs(after.height - sizes.before.height)) < jump)
        return
      if (isMoving()) return
      const camera = getViewport()
      const zoomBefore = smaller && isSame(smaller.view, camera) ? smaller.zoomBefore : undefined
      const view = viewInRoom({ ...sizes, camera, bounds: boundsToShow(latest.current), zoomBefore })
      const most = zoomBefore ?? camera.zoom
      smaller = view.zoom < most ? { view, zoomBefore: most } : undefined
      void setViewport(view)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [place, isMoving, getViewport, setViewport])
}

function sizeOf({ clientWidth, clientHeight }: HTMLElement) {
  return { width: clientWidth, height: clientHeight }
}

function isSame(a: Viewport, b: Viewport): boolean {
  return a.x === b.x && a.y === b.y && a.zoom === b.zoom
}
