import { type AgentConfig, listEdges, type StepRegistry } from '@petal/core/model'
import { createStepFacts, type StepFactsSource } from './createStepFacts.ts'
import { groupsOf, tidyLayout, toBox } from './tidyLayout.ts'

/** With more steps the careful layout takes too long to be waited for: they get their places when they are shown. */
const mostSteps = 300

/**
 * An agent from elsewhere, whose steps have no places at all, as it stands after Tidy; the same for those in it. Files
 * that no canvas has made have none.
 */
export function layOutAgent(config: AgentConfig, registry: StepRegistry): AgentConfig {
  return layOut(config, createStepFacts(registry))
}

function layOut(config: AgentConfig, facts: StepFactsSource): AgentConfig {
  const inner = Object.entries(config.agents ?? {}).map(([id, agent]) => [id, layOut(agent, facts)] as const)
  const agents = config.agents === undefined ? {} : { agents: Object.fromEntries(inner) }
  const isPlaced = config.steps.length === 0 || config.steps.some(({ id }) => config.layout[id] !== undefined)
  if (isPlaced || config.steps.length > mostSteps) return { ...config, ...agents }
  const boxes = config.steps.map((step) => toBox(step.id, facts.of(step).ports))
  return {
    ...config,
    ...agents,
    layout: { ...config.layout, ...tidyLayout(boxes, listEdges(config), groupsOf(config)) },
  }
}
