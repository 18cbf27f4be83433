import { type AgentConfig, disconnectSteps, type EdgeConfig } from '@petal/core/model'
import type { StepFactsSource } from '../createStepFacts.ts'
import { edgeId } from '../edgeId.ts'
import { giveWay } from './giveWay.ts'
import { materialiseEdges } from './materialiseEdges.ts'

/** Adds an edge. A way to END and one on from the same exit give way to each other; the same edge again changes nothing. */
export function connectStep(agent: AgentConfig, facts: StepFactsSource, edge: EdgeConfig): AgentConfig {
  const explicit = materialiseEdges(agent, facts)
  const id = edgeId(edge)
  if (explicit.edges?.some((other) => edgeId(other) === id)) return agent
  return { ...explicit, edges: [...giveWay(explicit, facts, edge), edge] }
}

/** Removes edges by id. */
export function disconnectEdges(agent: AgentConfig, facts: StepFactsSource, edgeIds: readonly string[]): AgentConfig {
  const explicit = materialiseEdges(agent, facts)
  const doomed = (explicit.edges ?? []).filter((edge) => edgeIds.includes(edgeId(edge)))
  return doomed.length === 0 ? agent : doomed.reduce(disconnectSteps, explicit)
}

/** Moves one edge to other ends. Its limit of turns goes with it. */
export function rewireEdge(agent: AgentConfig, facts: StepFactsSource, id: string, next: EdgeConfig): AgentConfig {
  if (id === edgeId(next)) return agent
  const { maxTurns, leaveBy } = agent.edges?.find((edge) => edgeId(edge) === id) ?? {}
  const limit = { ...(maxTurns === undefined ? {} : { maxTurns }), ...(leaveBy === undefined ? {} : { leaveBy }) }
  return connectStep(disconnectEdges(agent, facts, [id]), facts, { ...limit, ...next })
}
