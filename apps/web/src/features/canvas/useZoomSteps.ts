import type { useReactFlow } from '@xyflow/react'
import { useCallback, useRef } from 'react'
import { nextZoom, type ZoomOrder } from './nextZoom.ts'

/**
 * Zooms by steps, out as far as `whole`, where all there is can be seen. A further one while the camera is on its way goes
 * on from where it will be, so that each counts.
 */
export function useZoomSteps(
  { getZoom, zoomTo }: ReturnType<typeof useReactFlow>,
  glide: { readonly duration: number },
): (order: ZoomOrder, whole: number) => void {
  const goal = useRef({ zoom: 1, until: 0 })
  return useCallback(
    (order, whole) => {
      const { zoom, until } = goal.current
      const next = nextZoom(order, performance.now() < until ? zoom : getZoom(), whole)
      goal.current = { zoom: next, until: performance.now() + glide.duration }
      void zoomTo(next, glide)
    },
    [getZoom, zoomTo, glide],
  )
}
