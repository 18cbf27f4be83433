import { useStore } from '@xyflow/react'
import { useMemo } from 'react'
import { shallow } from 'zustand/shallow'
import { flowBounds } from '../flowShapes.ts'
import type { CanvasNode } from '../toFlow.ts'

/**
 * Says whether what is looked at to see a change, all of it together, touches what is in sight of the canvas. What is in
 * sight is known by whole screens and one more on each side: moving the camera a little changes nothing.
 */
export function useInSight(nodes: ReadonlyMap<string, CanvasNode>): (ids: readonly string[]) => boolean {
  const [left, top, right, bottom] = useStore(screensInSight, shallow)
  return useMemo(
    () => (ids) => {
      const { x, y, width, height } = flowBounds({ nodes: ids.flatMap((id) => nodes.get(id) ?? []) })
      return x <= right && y <= bottom && x + width >= left && y + height >= top
    },
    [nodes, left, top, right, bottom],
  )
}

interface View {
  readonly transform: readonly [number, number, number]
  readonly width: number
  readonly height: number
}

/** In canvas units: left, top, right, bottom. */
function screensInSight({ transform: [x, y, zoom], width, height }: View): readonly [number, number, number, number] {
  const [across, down] = [Math.max(1, width) / zoom, Math.max(1, height) / zoom]
  const [column, row] = [Math.floor(-x / zoom / across), Math.floor(-y / zoom / down)]
  return [(column - 1) * across, (row - 1) * down, (column + 3) * across, (row + 3) * down]
}
