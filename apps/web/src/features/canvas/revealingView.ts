import type { Camera, Size } from './Camera.ts'
import { flowBounds } from './flowShapes.ts'
import type { Flow } from './toFlow.ts'

/** Kept free around what is shown, in pixels. Below stand the buttons of the canvas. */
const room = { left: 24, top: 24, right: 24, bottom: 64 }

/**
 * The camera moved just as far as needed to show some cards, at the same zoom; the same camera when they are in view
 * already. Where they do not fit together the last one is shown, and of what is larger than the view the beginning.
 */
export function revealingView({ nodes }: Pick<Flow, 'nodes'>, camera: Camera, size: Size): Camera {
  const { zoom } = camera
  const all = flowBounds({ nodes })
  const fits =
    all.width * zoom <= size.width - room.left - room.right && all.height * zoom <= size.height - room.top - room.bottom
  const bounds = fits ? all : flowBounds({ nodes: nodes.slice(-1) })
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
