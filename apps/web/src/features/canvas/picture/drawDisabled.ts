import { t } from '@petal/ui/language'
import type { Box } from '../../../editor/cardSize.ts'
import { drawText } from './drawText.ts'
import type { Pen } from './Pen.ts'
import type { Shape } from './Shape.ts'

/** A veil over the card of a disabled step, and the word for it. */
export function drawDisabled({ x, y, width, height }: Box, { colour }: Pen): readonly Shape[] {
  const mark = { x: x + width - 74, y: y - 10, width: 62, height: 20 }
  return [
    { kind: 'box', x, y, width, height, radius: 12, fill: colour('canvas'), opacity: 0.45 },
    { kind: 'box', ...mark, radius: 10, fill: colour('surface'), stroke: colour('line-strong') },
    drawText(mark.x + mark.width / 2, y, t('Disabled'), {
      size: 11,
      weight: 400,
      fill: colour('ink-soft'),
      anchor: 'middle',
    }),
  ]
}
