import type { AgentConfig, EdgeConfig } from '../AgentConfig.ts'
import { listEdges } from '../listEdges.ts'
import { sameEdge } from './sameEdge.ts'

/**
 * Adds an edge. An agent without `edges` first gets those it implied written out. The same configuration when the edge
 * is there already. Whether the ends and the exit exist is judged by `planAgent`, not here.
 */
export function connectSteps(config: AgentConfig, edge: EdgeConfig): AgentConfig {
  const edges = listEdges(config)
  if (edges.some((other) => sameEdge(other, edge))) return config
  return { ...config, edges: [...edges, edge] }
}
