import type { Box } from '../../editor/cardSize.ts'
import { touches } from '../../editor/touches.ts'

/** Boxes that can be asked what stands where, without looking at all of them. */
export interface BoxIndex {
  add(box: Box): void
  /** A box that covers this one, or is nearer to it than `space`. */
  find(box: Box, space: number): Box | undefined
  /** All such boxes, each once. */
  near(box: Box, space: number): readonly Box[]
}

const tile = 400
/** A box over more tiles than this is looked at one by one: some wires cross the whole canvas. */
const mostTiles = 400

export function createBoxIndex(boxes: readonly Box[]): BoxIndex {
  const tiles = new Map<string, Box[]>()
  const all: Box[] = []
  const wide: Box[] = []
  const index: BoxIndex = {
    add: (box) => {
      all.push(box)
      if (isWide(box, 0)) {
        wide.push(box)
        return
      }
      for (const key of tilesOf(box, 0)) {
        const list = tiles.get(key)
        if (list) list.push(box)
        else tiles.set(key, [box])
      }
    },
    find: (box, space) => {
      const isNear = (other: Box) => touches(other, box, space)
      if (isWide(box, space)) return all.find(isNear)
      for (const key of tilesOf(box, space)) {
        const found = tiles.get(key)?.find(isNear)
        if (found) return found
      }
      return wide.find(isNear)
    },
    near: (box, space) => {
      const places = isWide(box, space) ? [all] : [...tilesOf(box, space)].map((key) => tiles.get(key) ?? [])
      return [...new Set([...places.flat(), ...wide])].filter((other) => touches(other, box, space))
    },
  }
  for (const box of boxes) index.add(box)
  return index
}

function isWide({ width, height }: Box, space: number): boolean {
  return ((width + 2 * space) / tile + 2) * ((height + 2 * space) / tile + 2) > mostTiles
}

function* tilesOf({ x, y, width, height }: Box, space: number): Generator<string> {
  const across = (from: number, to: number): [number, number] => [Math.floor(from / tile), Math.floor(to / tile)]
  const [left, right] = across(x - space, x + width + space)
  const [top, bottom] = across(y - space, y + height + space)
  for (let column = left; column <= right; column += 1) {
    for (let row = top; row <= bottom; row += 1) yield `${column} ${row}`
  }
}
