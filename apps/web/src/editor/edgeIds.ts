import type { EdgeConfig } from '@petal/core/model'
import { edgeId } from './edgeId.ts'

const known = new WeakMap<readonly EdgeConfig[], ReadonlySet<string>>()

/** The ids of edges; kept by the list's identity, because whole lists of connections are judged at once. */
export function edgeIds(edges: readonly EdgeConfig[]): ReadonlySet<string> {
  const ids = known.get(edges) ?? new Set(edges.map(edgeId))
  known.set(edges, ids)
  return ids
}
