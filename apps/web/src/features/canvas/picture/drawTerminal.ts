import { t } from '@petal/ui/language'
import type { Box } from '../../../editor/cardSize.ts'
import { drawShadow } from './drawShadow.ts'
import { drawText } from './drawText.ts'
import { cutText } from './fitText.ts'
import type { Pen } from './Pen.ts'
import type { Shape, TextStyle } from './Shape.ts'

const iconX = 13
const textX = 35

/** Where every run begins, with the names of what comes in; or, without names, where branches end. */
export function drawTerminal(box: Box, inputs: string | undefined, pen: Pen): readonly Shape[] {
  const { x, y, width, height } = box
  const isStart = inputs !== undefined
  const middle = y + height / 2
  const ink = pen.colour(isStart ? 'accent' : 'ink-faint')
  const title: TextStyle = { size: 13, weight: 600, fill: pen.colour(isStart ? 'ink' : 'ink-soft') }
  const small: TextStyle = { size: 11, weight: 400, fill: pen.colour('ink-faint') }
  const place = { x: x + iconX, y: middle - 7, scale: 14 / 24 }
  const icon = pen.icon(isStart ? 'play' : 'flag').map(
    (path): Shape => ({
      kind: 'path',
      path,
      stroke: ink,
      strokeWidth: 2,
      place,
      ...(isStart ? { fill: ink } : {}),
    }),
  )
  const name = isStart ? t('Start') : t('End')
  const names = cutText(inputs ?? '', width - textX - iconX, (part) => pen.measure(part, small))
  return [
    ...drawShadow(box, height / 2),
    { kind: 'box', ...box, radius: height / 2, fill: pen.colour('surface'), stroke: pen.colour('line') },
    ...icon,
    ...(inputs
      ? [drawText(x + textX, middle - 7, name, title), drawText(x + textX, middle + 8, names, small)]
      : [drawText(x + textX, middle, name, title)]),
  ]
}
