import type { Box } from '../../editor/cardSize.ts'
import { boundsToShow } from './boundsToShow.ts'
import type { Camera, Size } from './Camera.ts'
import { readableZoom } from './readableZoom.ts'
import type { Flow } from './toFlow.ts'
import { minZoom } from './zoomLimits.ts'

const padding = 40
/** An agent whose cards would be mere names is not shown as a whole when it opens, but from its start … */
const smallest = readableZoom
/** … at a size that can be read. */
const readable = 0.75
/** One that is on screen as a whole stays so until its cards cannot be told apart any more. */
const recognisable = 0.25

/** The camera for an agent just opened: all of it when that is legible, else its beginning. */
export function openingView(flow: Flow, size: Size): Camera {
  const bounds = boundsToShow(flow, size.width - 2 * padding)
  const [start] = flow.nodes
  if (!start || size.width === 0) return { x: 0, y: 0, zoom: 1 }
  const zoom = fittingZoom(bounds, size)
  if (zoom >= smallest) return centred(bounds, size, zoom)
  const { y } = centred(bounds, size, readable)
  const tooHigh = bounds.height * readable > size.height - 2 * padding
  return {
    x: Math.round(padding - start.position.x * readable),
    y: tooHigh ? Math.round(Math.min(padding - bounds.y * readable, size.height / 2 - start.position.y * readable)) : y,
    zoom: readable,
  }
}

/** The camera that shows a rectangle as a whole, at most life-size. */
export function fittingView(bounds: Box, size: Size): Camera {
  return centred(bounds, size, Math.max(minZoom, fittingZoom(bounds, size)))
}

/** The camera that shows it as a whole and no larger than `most`; nothing where its cards would be specks. */
export function wholeView(bounds: Box, size: Size, most: number): Camera | undefined {
  const zoom = Math.min(most, fittingZoom(bounds, size))
  return zoom < recognisable ? undefined : centred(bounds, size, zoom)
}

function fittingZoom(bounds: Box, { width, height }: Size): number {
  return Math.min(1, (width - 2 * padding) / bounds.width, (height - 2 * padding) / bounds.height)
}

function centred(bounds: Box, { width, height }: Size, zoom: number): Camera {
  return {
    x: Math.round((width - bounds.width * zoom) / 2 - bounds.x * zoom),
    y: Math.round((height - bounds.height * zoom) / 2 - bounds.y * zoom),
    zoom,
  }
}
