import { AgentError } from '../errors/AgentError.ts'
import { word } from '../language/word.ts'
import { isUnsafeKey } from './isUnsafeKey.ts'
import { jsonPath } from './jsonPath.ts'

/** A container and the way to it; the path is only written down for a fault. */
interface Place {
  readonly value: object
  readonly key: PropertyKey
  readonly parent: Place | undefined
}

/** Walks with a stack of its own: the value may be as deep as the caller's limit allows. */
export function refuseUnsafeKeys(root: unknown): void {
  if (typeof root !== 'object' || root === null) return
  const open: Place[] = [{ value: root, key: '', parent: undefined }]
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const isList = Array.isArray(place.value)
    const entries: readonly [string, unknown][] = Object.entries(place.value)
    for (const [key, value] of entries) {
      if (!isList && isUnsafeKey(key)) throw unsafeKey(key, pathOf(place))
      if (typeof value !== 'object' || value === null) continue
      open.push({ value, key: isList ? Number(key) : key, parent: place })
    }
  }
}

function pathOf(place: Place): string {
  const keys: PropertyKey[] = []
  for (let at = place; at.parent !== undefined; at = at.parent) keys.unshift(at.key)
  return jsonPath(keys)
}

function unsafeKey(key: string, path: string): AgentError {
  const place = path === '' ? word('at the top') : word('in {path}', { path })
  return new AgentError(
    'import.unsafeKey',
    word('The key "{key}" {place} is not allowed. Rename or remove it.', { key, place }),
    { path },
  )
}
