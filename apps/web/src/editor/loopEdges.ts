import type { EdgeConfig } from '@petal/core/model'
import { edgeId } from './edgeId.ts'

const known = new WeakMap<readonly EdgeConfig[], ReadonlySet<string>>()

/**
 * The ids of the edges that lead back to a step they come from, found by walking from the start; kept by the list's
 * identity. Iterative, so that a chain of thousands does not overflow the stack.
 */
export function loopEdges(edges: readonly EdgeConfig[]): ReadonlySet<string> {
  const cached = known.get(edges)
  if (cached) return cached
  const loops = findLoops(edges)
  known.set(edges, loops)
  return loops
}

/** The edges out of each step. */
export function edgesByStart(edges: readonly EdgeConfig[]): ReadonlyMap<string, readonly EdgeConfig[]> {
  const out = new Map<string, EdgeConfig[]>()
  for (const edge of edges) {
    const list = out.get(edge.from)
    if (list) list.push(edge)
    else out.set(edge.from, [edge])
  }
  return out
}

function findLoops(edges: readonly EdgeConfig[]): ReadonlySet<string> {
  const out = edgesByStart(edges)
  const loops = new Set<string>()
  const done = new Set<string>()
  const open = new Set<string>()
  for (const root of ['START', ...out.keys()]) {
    const stack = done.has(root) ? [] : [{ id: root, next: 0 }]
    if (stack.length > 0) open.add(root)
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const edge = out.get(top.id)?.[top.next]
      top.next += 1
      if (!edge) {
        open.delete(top.id)
        done.add(top.id)
        stack.pop()
      } else if (open.has(edge.to)) {
        loops.add(edgeId(edge))
      } else if (!done.has(edge.to)) {
        open.add(edge.to)
        stack.push({ id: edge.to, next: 0 })
      }
    }
  }
  return loops
}
