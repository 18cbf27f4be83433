import { MAX_DEPTH } from './copyJson.ts'
import { isJsonObject } from './isJsonObject.ts'
import type { Json } from './Json.ts'

/** True for plain JSON of at most 100 levels. It walks with a stack of its own, so depth and cycles cannot hurt it. */
export function isJson(root: unknown): root is Json {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: root, depth: 0 }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next
    if (value === null || typeof value === 'string' || typeof value === 'boolean') continue
    if (typeof value === 'number' && Number.isFinite(value)) continue
    if (depth >= MAX_DEPTH || !(Array.isArray(value) || isJsonObject(value))) return false
    for (const item of Object.values(value)) {
      if (item !== undefined || Array.isArray(value)) open.push({ value: item, depth: depth + 1 })
    }
  }
  return true
}
