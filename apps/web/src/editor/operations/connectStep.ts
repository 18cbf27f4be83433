import { type AgentConfig, connectSteps, disconnectSteps, type EdgeConfig } from '@petal/core/model'
import { edgeId } from '../edgeId.ts'
import { materialiseEdges } from './materialiseEdges.ts'

/** Adds an edge. A way to END from the same exit gives way to it; the same edge again changes nothing. */
export function connectStep(agent: AgentConfig, edge: EdgeConfig): AgentConfig {
  const explicit = materialiseEdges(agent)
  const id = edgeId(edge)
  if (explicit.edges?.some((other) => edgeId(other) === id)) return agent
  const ending: EdgeConfig = { ...edge, to: 'END' }
  const open = edge.to === 'END' ? explicit : disconnectSteps(explicit, ending)
  return connectSteps(open, edge)
}

/** Removes edges by id. */
export function disconnectEdges(agent: AgentConfig, edgeIds: readonly string[]): AgentConfig {
  const explicit = materialiseEdges(agent)
  const doomed = (explicit.edges ?? []).filter((edge) => edgeIds.includes(edgeId(edge)))
  return doomed.length === 0 ? agent : doomed.reduce(disconnectSteps, explicit)
}

/** Moves one edge to other ends. Its limit of turns goes with it. */
export function rewireEdge(agent: AgentConfig, id: string, next: EdgeConfig): AgentConfig {
  if (id === edgeId(next)) return agent
  const { maxTurns, leaveBy } = agent.edges?.find((edge) => edgeId(edge) === id) ?? {}
  const limit = { ...(maxTurns === undefined ? {} : { maxTurns }), ...(leaveBy === undefined ? {} : { leaveBy }) }
  return connectStep(disconnectEdges(agent, [id]), { ...limit, ...next })
}
