import { type Box, cardHeight, cardWidth } from '../../editor/cardSize.ts'
import { farLines } from './farLines.ts'

/** What a card is called, and its top left corner. */
export interface CardName {
  readonly x: number
  readonly y: number
  readonly name: string
}

/** In canvas units: as a single card writes its name when it is seen from far away. */
const size = 34
const line = 36
const left = 48
const top = 8
/** How small a name may get, in pixels, and how many are painted at once. */
const smallest = 6
const most = 800

/** Writes the names of the cards within `area`, unless they are too small or too many to be read. */
export function paintNames(
  context: CanvasRenderingContext2D,
  names: readonly CardName[],
  { area, pixel }: { readonly area: Box; readonly pixel: number },
): void {
  if (size < smallest * pixel) return
  const seen = names.filter(({ x, y }) => {
    const beside = x + cardWidth < area.x || x > area.x + area.width
    return !beside && y + cardHeight >= area.y && y <= area.y + area.height
  })
  if (seen.length > most) return
  const style = getComputedStyle(document.documentElement)
  context.fillStyle = style.getPropertyValue('--color-ink')
  context.font = `600 ${size}px ${style.fontFamily}`
  const room = cardWidth - left - top
  for (const { x, y, name } of seen) {
    for (const [index, text] of farLines(name).entries())
      context.fillText(text, x + left, y + top + size + index * line, room)
  }
}
