import type { AgentConfig, EdgeConfig } from '../AgentConfig.ts'
import { listEdges } from '../listEdges.ts'
import { sameEdge } from './sameEdge.ts'

/**
 * Removes an edge. An agent without `edges` first gets those it implied written out. The same configuration when there
 * is no such edge.
 */
export function disconnectSteps(config: AgentConfig, edge: EdgeConfig): AgentConfig {
  const edges = listEdges(config)
  const kept = edges.filter((other) => !sameEdge(other, edge))
  return kept.length === edges.length ? config : { ...config, edges: kept }
}
