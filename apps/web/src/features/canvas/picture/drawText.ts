import type { Shape, TextPart, TextStyle } from './Shape.ts'

/** Of the letters of the interface's font: how far below the middle of a line they stand, as a share of their size. */
const belowMiddle = 0.364

type Text = Extract<Shape, { readonly kind: 'text' }>

/** A text, by the middle of the line it stands in. */
export function drawText(
  x: number,
  middle: number,
  text: string,
  { size, weight, fill, anchor = 'start' }: TextStyle & { readonly anchor?: Text['anchor'] },
): Shape {
  return { kind: 'text', x, baseline: middle + size * belowMiddle, anchor, size, parts: [{ text, weight, fill }] }
}

/** The same of parts that look different. */
export function drawLine(x: number, middle: number, parts: readonly TextPart[], size: number): Shape {
  return { kind: 'text', x, baseline: middle + size * belowMiddle, anchor: 'start', size, parts }
}
