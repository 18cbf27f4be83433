import type { Box } from '../../../editor/cardSize.ts'

export type TextWeight = 400 | 500 | 600

/** How a text is set, and in which colour. */
export interface TextStyle {
  /** In canvas units. */
  readonly size: number
  readonly weight: TextWeight
  readonly fill: string
}

/** A part of a line of text that looks alike. */
export interface TextPart extends Pick<TextStyle, 'weight' | 'fill'> {
  readonly text: string
}

/** How wide a text is, in canvas units. */
export type MeasureText = (text: string, style: Pick<TextStyle, 'size' | 'weight'>) => number

/** One thing that is drawn. Colours are values that every program knows, such as `#a01d7f`. */
export type Shape =
  | (Box & {
      readonly kind: 'box'
      readonly radius: number
      readonly fill: string
      readonly stroke?: string
      readonly dash?: string
      readonly opacity?: number
    })
  | {
      readonly kind: 'path'
      /** As in SVG. */
      readonly path: string
      readonly stroke?: string
      readonly strokeWidth?: number
      readonly dash?: string
      readonly fill?: string
      readonly opacity?: number
      /** Moves and enlarges the path; icons are drawn in a square of 24. */
      readonly place?: { readonly x: number; readonly y: number; readonly scale: number }
    }
  | {
      readonly kind: 'text'
      readonly x: number
      /** The line the letters stand on. */
      readonly baseline: number
      /** Which end of the text, or its middle, is at `x`: fonts differ in width from program to program. */
      readonly anchor: 'start' | 'middle' | 'end'
      readonly size: number
      /** One after the other; several only from the start. */
      readonly parts: readonly TextPart[]
    }

/** A drawing in canvas units: what it shows, from the back to the front. */
export interface Drawing {
  readonly area: Box
  readonly background: string
  readonly shapes: readonly Shape[]
}
