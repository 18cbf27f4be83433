import type { Box } from '../../editor/cardSize.ts'
import type { Camera, Size } from './Camera.ts'
import { wholeView } from './openingView.ts'

interface Room {
  readonly before: Size
  readonly after: Size
  readonly camera: Camera
  /** The rectangle around all there is to see. */
  readonly bounds: Box
  /** The zoom to go back to when there is room again. */
  readonly zoomBefore: number | undefined
}

/**
 * The camera after a panel took room from the canvas or gave it back. What was in the middle stays there; but an agent
 * that was shown as a whole still is, down to a size, and is as large as before once there is room again.
 */
export function viewInRoom({ before, after, camera, bounds, zoomBefore }: Room): Camera {
  const kept = {
    x: Math.round(camera.x + (after.width - before.width) / 2),
    y: Math.round(camera.y + (after.height - before.height) / 2),
    zoom: camera.zoom,
  }
  if (!isInSight(bounds, camera, before)) return kept
  if (zoomBefore === undefined && isInSight(bounds, kept, after)) return kept
  return wholeView(bounds, after, Math.max(camera.zoom, zoomBefore ?? 0)) ?? kept
}

function isInSight({ x, y, width, height }: Box, camera: Camera, size: Size): boolean {
  const [left, top] = [x * camera.zoom + camera.x, y * camera.zoom + camera.y]
  const [right, bottom] = [left + width * camera.zoom, top + height * camera.zoom]
  return left >= 0 && top >= 0 && right <= size.width && bottom <= size.height
}
