import type { EdgeConfig } from '@petal/core/model'

/** A stable name for an edge within its agent. Never parsed: look the edge up instead. */
export function edgeId(edge: EdgeConfig): string {
  return edge.exit === undefined ? `${edge.from}→${edge.to}` : `${edge.from}:${edge.exit}→${edge.to}`
}
