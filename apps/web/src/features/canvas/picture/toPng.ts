import type { Drawing, Shape } from './Shape.ts'

/** Twice as fine as the canvas at 100 %, as long as the picture stays within what browsers and people can open. */
const finest = 2
const longestSide = 12_000
const mostPixels = 48_000_000

/** A drawing as a PNG. */
export async function toPng(drawing: Drawing, font: string): Promise<Blob> {
  const { x, y, width, height } = drawing.area
  const scale = Math.min(finest, longestSide / Math.max(width, height), Math.sqrt(mostPixels / (width * height)))
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)))
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('This browser cannot draw pictures.')
  context.fillStyle = drawing.background
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.setTransform(scale, 0, 0, scale, -x * scale, -y * scale)
  for (const shape of drawing.shapes) paint(context, shape, font)
  return canvas.convertToBlob({ type: 'image/png' })
}

function paint(context: OffscreenCanvasRenderingContext2D, shape: Shape, font: string): void {
  context.save()
  if (shape.kind === 'text') {
    paintText(context, shape, font)
  } else {
    context.globalAlpha = shape.opacity ?? 1
    context.setLineDash(shape.dash?.split(' ').map(Number) ?? [])
    paintPath(context, shape.kind === 'box' ? boxPath(shape) : iconPath(shape), shape)
  }
  context.restore()
}

function paintText(
  context: OffscreenCanvasRenderingContext2D,
  { x, baseline, anchor, size, parts }: Extract<Shape, { readonly kind: 'text' }>,
  font: string,
): void {
  context.textAlign = anchor === 'middle' ? 'center' : anchor
  let at = x
  for (const { text, weight, fill } of parts) {
    context.font = `${weight} ${size}px ${font}`
    context.fillStyle = fill
    context.fillText(text, at, baseline)
    at += context.measureText(text).width
  }
}

interface PathLook {
  readonly fill?: string
  readonly stroke?: string
  readonly strokeWidth?: number
  readonly place?: { readonly scale: number }
}

function paintPath(
  context: OffscreenCanvasRenderingContext2D,
  path: Path2D,
  { fill, stroke, strokeWidth = 1, place }: PathLook,
): void {
  if (fill !== undefined) {
    context.fillStyle = fill
    context.fill(path)
  }
  if (stroke === undefined) return
  context.strokeStyle = stroke
  context.lineWidth = strokeWidth * (place?.scale ?? 1)
  if (place !== undefined) {
    context.lineCap = 'round'
    context.lineJoin = 'round'
  }
  context.stroke(path)
}

/** The line of a box lies within it, as on the canvas. */
function boxPath(box: Extract<Shape, { readonly kind: 'box' }>): Path2D {
  const inset = box.stroke === undefined ? 0 : 0.5
  const path = new Path2D()
  const radius = Math.max(0, box.radius - inset)
  path.roundRect(box.x + inset, box.y + inset, box.width - 2 * inset, box.height - 2 * inset, radius)
  return path
}

function iconPath({ path, place }: Extract<Shape, { readonly kind: 'path' }>): Path2D {
  if (place === undefined) return new Path2D(path)
  const placed = new Path2D()
  placed.addPath(new Path2D(path), { a: place.scale, d: place.scale, e: place.x, f: place.y })
  return placed
}
