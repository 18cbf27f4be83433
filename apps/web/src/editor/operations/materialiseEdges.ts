import type { AgentConfig } from '@petal/core/model'
import { edgesOfAgent } from '../selectors.ts'

/**
 * The same agent with its edges written out, so that single ones can be changed. Ways to END are left out: a step
 * without a way on ends its branch anyway, and one drawn on purpose is still kept.
 */
export function materialiseEdges(agent: AgentConfig): AgentConfig {
  if (agent.edges) return agent
  return { ...agent, edges: edgesOfAgent(agent).filter((edge) => edge.to !== 'END') }
}
