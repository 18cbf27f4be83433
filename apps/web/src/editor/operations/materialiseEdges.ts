import type { AgentConfig } from '@petal/core/model'
import type { StepFactsSource } from '../createStepFacts.ts'
import { edgesOfAgent, indexSteps } from '../selectors.ts'

/**
 * The same agent with its edges written out, so that single ones can be changed. The way of a step with one exit to END
 * is left out: without a way on it ends its branch anyway. One with several keeps it, or all of them would be open.
 */
export function materialiseEdges(agent: AgentConfig, facts: StepFactsSource): AgentConfig {
  if (agent.edges) return agent
  const hasExits = (id: string) => {
    const step = indexSteps(agent).get(id)
    return step !== undefined && facts.of(step).ports.outputs.length > 1
  }
  return { ...agent, edges: edgesOfAgent(agent).filter(({ from, to }) => to !== 'END' || hasExits(from)) }
}
