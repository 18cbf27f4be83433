import type { Pen } from './Pen.ts'
import type { Shape } from './Shape.ts'

/** The dot where wires meet a card. */
export function drawHandle(x: number, y: number, { colour }: Pen): readonly Shape[] {
  const dot = (radius: number, fill: string): Shape => ({
    kind: 'box',
    x: x - radius,
    y: y - radius,
    width: 2 * radius,
    height: 2 * radius,
    radius,
    fill,
  })
  return [dot(6, colour('line-strong')), dot(5, colour('surface')), dot(3, colour('ink-faint'))]
}
