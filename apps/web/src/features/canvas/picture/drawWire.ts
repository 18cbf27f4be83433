import type { DrawnEdge, EdgeKind } from '../edgesToDraw.ts'
import { type RoutePath, routePath, type WireEnds } from '../routePath.ts'
import type { WireLayout } from '../WireLayout.ts'
import { wireName } from '../wireName.ts'
import { drawText } from './drawText.ts'
import { cutText } from './fitText.ts'
import type { Pen } from './Pen.ts'
import type { Shape, TextStyle } from './Shape.ts'

interface WireLook {
  readonly token: string
  readonly dash?: string
  readonly opacity?: number
}

const looks: Readonly<Record<EdgeKind, WireLook>> = {
  plain: { token: 'wire' },
  loop: { token: 'logic', dash: '6 5' },
  open: { token: 'wire', dash: '2 5', opacity: 0.7 },
  broken: { token: 'danger', dash: '5 4' },
}

const usual: WireLayout = { drop: 0, label: undefined }
const longestName = 206

/** A wire with its arrow head, as `RouteEdge` shows it. */
export function drawWire(drawn: DrawnEdge, ends: WireEnds, layout: WireLayout | undefined, pen: Pen): readonly Shape[] {
  const { path } = routePath(ends, layout ?? usual)
  const { token, ...usualLook } = looks[drawn.kind]
  const look = drawn.isOff ? { ...usualLook, opacity: 0.35 * (usualLook.opacity ?? 1) } : usualLook
  const stroke = pen.colour(token)
  const { targetX: x, targetY: y } = ends
  const head = `M${x - 6.5},${y - 3.5} L${x},${y} L${x - 6.5},${y + 3.5} Z`
  return [
    { kind: 'path', path, stroke, strokeWidth: 1.75, ...look },
    { kind: 'path', path: head, fill: stroke, ...(look.opacity === undefined ? {} : { opacity: look.opacity }) },
  ]
}

/** A wire's name, where it has room for one. */
export function drawWireName(
  drawn: DrawnEdge,
  ends: WireEnds,
  { layout, limit }: { readonly layout: WireLayout | undefined; readonly limit: number },
  pen: Pen,
): readonly Shape[] {
  const name = wireName(drawn, limit)
  if (name === '' || layout?.label === undefined) return []
  return drawPill(name, routePath(ends, layout), drawn.kind, pen)
}

function drawPill(
  name: string,
  { labelX, labelY }: RoutePath,
  kind: EdgeKind,
  { colour, measure }: Pen,
): readonly Shape[] {
  const ink = kind === 'loop' ? 'logic' : kind === 'broken' ? 'danger' : 'ink-soft'
  const style: TextStyle = { size: 11, weight: 400, fill: colour(ink) }
  const text = cutText(name, longestName, (part) => measure(part, style))
  const width = measure(text, style) + 18
  const box = { x: labelX - width / 2, y: labelY - 10, width, height: 20 }
  const stroke = colour(kind === 'broken' ? 'danger-line' : 'line')
  return [
    { kind: 'box', ...box, radius: 10, fill: colour('surface'), stroke },
    drawText(labelX, labelY, text, { ...style, anchor: 'middle' }),
  ]
}
