import { type Box, cardAnchor } from '../../../editor/cardSize.ts'
import type { Group } from '../../../editor/groups.ts'
import { titleHeight } from '../groupNode.ts'
import { drawText } from './drawText.ts'
import { cutText } from './fitText.ts'
import { noteColours } from './noteColours.ts'
import type { Pen } from './Pen.ts'
import type { Shape, TextStyle } from './Shape.ts'

const padding = 14

/** A group as a frame around its cards, or as the one card that stands for them, with its title. */
export function drawGroup(box: Box, { title, colour, collapsed }: Group, pen: Pen): readonly Shape[] {
  const [stroke, fill] = noteColours[colour]
  const style: TextStyle = { size: 13, weight: 600, fill: pen.colour('ink') }
  const text = cutText(title, box.width - 2 * padding, (part) => pen.measure(part, style))
  const frame: Shape = {
    kind: 'box',
    ...box,
    radius: collapsed ? 12 : 16,
    fill: pen.colour(fill),
    stroke: pen.colour(stroke),
    ...(collapsed ? {} : { dash: '4 3' }),
  }
  return [frame, drawText(box.x + padding, box.y + (collapsed ? cardAnchor : titleHeight / 2), text, style)]
}
