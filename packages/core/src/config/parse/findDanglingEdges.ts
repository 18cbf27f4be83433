import type { Problem } from '../../errors/Problem.ts'
import { joinPath } from '../../json/jsonPath.ts'
import { t } from '../../language/t.ts'
import type { AgentConfig } from '../AgentConfig.ts'
import { END, START } from '../listEdges.ts'

/** Edges that start or end at a step that is not there. They are kept: the step may be put back. */
export function findDanglingEdges({ steps, edges = [] }: AgentConfig): Problem[] {
  const ids = new Set(steps.map((step) => step.id))
  return edges.flatMap((edge, index) => {
    const ends = [
      { key: 'from', id: edge.from, known: edge.from === START || ids.has(edge.from) },
      { key: 'to', id: edge.to, known: edge.to === END || ids.has(edge.to) },
    ]
    return ends
      .filter((end) => !end.known)
      .map(({ key, id }): Problem => {
        const path = joinPath(joinPath('edges', index), key)
        const message = t('The edge from {from} to {to} names {id}, and there is no such step.', {
          from: edge.from,
          to: edge.to,
          id,
        })
        return { code: 'graph.dangling', severity: 'error', path, message, cause: { available: [...ids] } }
      })
  })
}
