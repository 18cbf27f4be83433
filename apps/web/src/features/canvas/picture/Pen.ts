import type { Palette } from './Palette.ts'
import type { MeasureText } from './Shape.ts'

/** What a picture is drawn with. */
export interface Pen {
  readonly colour: Palette
  readonly measure: MeasureText
  /** An icon by its name, as paths in a square of 24. */
  readonly icon: (name: string) => readonly string[]
}
