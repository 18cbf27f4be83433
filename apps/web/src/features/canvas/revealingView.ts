import type { Box } from './flowShapes.ts'

/** Kept free around what is shown, in pixels. Below stand the buttons of the canvas. */
const room = { left: 24, top: 24, right: 24, bottom: 64 }

interface Size {
  readonly width: number
  readonly height: number
}

interface Camera {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

/**
 * The camera moved just as far as needed to show a rectangle, at the same zoom; the same camera when it is in view
 * already. Of what is larger than the view the beginning is shown.
 */
export function revealingView(bounds: Box, camera: Camera, size: Size): Camera {
  const { zoom } = camera
  const x = shift(bounds.x * zoom + camera.x, bounds.width * zoom, room.left, size.width - room.right)
  const y = shift(bounds.y * zoom + camera.y, bounds.height * zoom, room.top, size.height - room.bottom)
  return x === 0 && y === 0 ? camera : { x: Math.round(camera.x + x), y: Math.round(camera.y + y), zoom }
}

/** How far something at `start` must move to lie between two borders. */
function shift(...[start, length, from, to]: [number, number, number, number]): number {
  const back = to - (start + length)
  if (start < from || length > to - from) return from - start
  return Math.min(0, back)
}
