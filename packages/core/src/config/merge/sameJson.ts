import type { Json } from '../../json/Json.ts'
import { diffValues } from '../difference/diffValues.ts'

/** Whether two values mean the same; the order of keys means nothing. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  return diffValues(a, b).length === 0
}
