import type { Json } from '../json/Json.ts'
import { isList, isRecord } from '../templates/resolvePath.ts'

/** Deep equality of JSON values. Types count: `1` and `"1"` differ. The order of keys does not. */
export function equalJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true
  if (isList(a)) return isList(b) && a.length === b.length && a.every((item, index) => equalJson(item, b[index]))
  if (!isRecord(a) || !isRecord(b)) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every((key) => Object.hasOwn(b, key) && equalJson(a[key], b[key]))
}
