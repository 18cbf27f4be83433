import { AgentError } from '../errors/AgentError.ts'
import { isUnsafeKey } from './isUnsafeKey.ts'
import { jsonPath } from './jsonPath.ts'

/** Walks with a stack of its own: the value may be as deep as the caller's limit allows. */
export function refuseUnsafeKeys(root: unknown): void {
  const open: { readonly value: unknown; readonly path: readonly PropertyKey[] }[] = [{ value: root, path: [] }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path } = next
    if (typeof value !== 'object' || value === null) continue
    for (const [key, item] of Object.entries(value)) {
      const at = [...path, Array.isArray(value) ? Number(key) : key]
      if (isUnsafeKey(key)) throw unsafeKey(key, jsonPath(path))
      if (typeof item === 'object' && item !== null) open.push({ value: item, path: at })
    }
  }
}

function unsafeKey(key: string, path: string): AgentError {
  const place = path === '' ? 'at the top' : `in ${path}`
  return new AgentError('import.unsafeKey', `The key "${key}" ${place} is not allowed. Rename or remove it.`, { path })
}
