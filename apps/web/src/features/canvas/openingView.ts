import type { CanvasNode } from './toFlow.ts'

const padding = 48
/** Nothing is opened smaller than this: an agent that does not fit then begins at its start. */
const smallest = 0.55

interface Size {
  readonly width: number
  readonly height: number
}

/** The camera for an agent just opened: all of it when that is legible, else its beginning. */
export function openingView(
  nodes: readonly CanvasNode[],
  { width, height }: Size,
): { x: number; y: number; zoom: number } {
  const boxes = nodes.map((node) => ({
    left: node.position.x,
    top: node.position.y,
    right: node.position.x + (node.width ?? 0),
    bottom: node.position.y + (node.height ?? 0),
  }))
  const left = boxes.reduce((least, box) => Math.min(least, box.left), Number.POSITIVE_INFINITY)
  const top = boxes.reduce((least, box) => Math.min(least, box.top), Number.POSITIVE_INFINITY)
  const right = boxes.reduce((most, box) => Math.max(most, box.right), Number.NEGATIVE_INFINITY)
  const bottom = boxes.reduce((most, box) => Math.max(most, box.bottom), Number.NEGATIVE_INFINITY)
  if (boxes.length === 0 || width === 0) return { x: 0, y: 0, zoom: 1 }
  const fitting = Math.min((width - 2 * padding) / (right - left), (height - 2 * padding) / (bottom - top))
  const zoom = Math.min(1, Math.max(smallest, fitting))
  const [start] = boxes
  const fits = fitting >= smallest
  const x = fits || !start ? (width - (right - left) * zoom) / 2 - left * zoom : padding - start.left * zoom
  const centred = (height - (bottom - top) * zoom) / 2 - top * zoom
  const y = fits || !start ? centred : Math.min(padding - top * zoom, height / 2 - start.top * zoom)
  return { x: Math.round(x), y: Math.round(y), zoom }
}
