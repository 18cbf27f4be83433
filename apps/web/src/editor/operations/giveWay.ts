import { type AgentConfig, type EdgeConfig, takesEdge } from '@petal/core/model'
import type { StepFactsSource } from '../createStepFacts.ts'
import { edgeId } from '../edgeId.ts'
import { edgesOfAgent, indexSteps } from '../selectors.ts'

/**
 * The edges that stay when one more is drawn: nobody goes to END and on from one exit, so a way to END gives way to one
 * on, and the other way round. What leaves by whatever exit goes on by those that are left, each with a way of its own.
 */
export function giveWay(agent: AgentConfig, facts: StepFactsSource, edge: EdgeConfig): readonly EdgeConfig[] {
  const edges = edgesOfAgent(agent)
  const step = indexSteps(agent).get(edge.from)
  const outputs = step ? facts.of(step).ports.outputs : []
  // The name an edge gives, where the step has no such exit.
  const exitsOf = (way: EdgeConfig) => {
    const exits = outputs.flatMap(({ id }) => (takesEdge(way, id) ? [id] : []))
    return exits.length === 0 ? [way.exit ?? ''] : exits
  }
  const taken = exitsOf(edge)
  const known = new Set(edges.map(edgeId))
  return edges.flatMap((other) => {
    const exits = other.from === edge.from && (other.to === 'END') !== (edge.to === 'END') ? exitsOf(other) : []
    const free = exits.filter((exit) => !taken.includes(exit))
    if (free.length === exits.length) return [other]
    return free.map((exit) => ({ ...other, exit })).filter((way) => !known.has(edgeId(way)))
  })
}
