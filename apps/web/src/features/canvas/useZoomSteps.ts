import type { useReactFlow } from '@xyflow/react'
import { useCallback, useRef } from 'react'
import { maxZoom, minZoom } from './zoomLimits.ts'

export type ZoomOrder = 'zoomIn' | 'zoomOut' | 'actualSize'

const step = 1.2

/** Zooms by steps. A further one while the camera is on its way goes on from where it will be, so that each counts. */
export function useZoomSteps(
  { getZoom, zoomTo }: ReturnType<typeof useReactFlow>,
  glide: { readonly duration: number },
): (order: ZoomOrder) => void {
  const goal = useRef({ zoom: 1, until: 0 })
  return useCallback(
    (order) => {
      const { zoom, until } = goal.current
      const next = nextZoom(order, performance.now() < until ? zoom : getZoom())
      goal.current = { zoom: next, until: performance.now() + glide.duration }
      void zoomTo(next, glide)
    },
    [getZoom, zoomTo, glide],
  )
}

function nextZoom(order: ZoomOrder, from: number): number {
  if (order === 'actualSize') return 1
  return Math.min(maxZoom, Math.max(minZoom, order === 'zoomIn' ? from * step : from / step))
}
