import type { Json } from '../../json/Json.ts'

/** True for texts of which single words may have changed: an identifier, a model's name or an address has no blanks. */
export function isProse(before: Json | undefined, after: Json | undefined): boolean {
  const sides = [before, after].filter((side) => side !== undefined && side !== null)
  return sides.every((side) => typeof side === 'string') && sides.some((side) => /\s/.test(String(side)))
}
