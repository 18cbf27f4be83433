import { type AgentConfig, listEdges, type StepRegistry } from '@petal/core/model'
import { createStepFacts, type StepFactsSource } from './createStepFacts.ts'
import { groupsOf, openingLimit, tidyLayout, toBox } from './tidyLayout.ts'

/**
 * An agent from elsewhere, whose steps have no places at all, as it stands after Tidy; the same for those in it, as many
 * as there is time for. Files that no canvas has made have none.
 */
export function layOutAgent(config: AgentConfig, registry: StepRegistry): AgentConfig {
  return layOut(config, createStepFacts(registry), openingLimit).config
}

/** One agent and those in it, with how many more steps may be laid out. */
interface LaidOut {
  readonly config: AgentConfig
  readonly room: number
}

function layOut(config: AgentConfig, facts: StepFactsSource, room: number): LaidOut {
  const own = layOutSteps(config, facts, room)
  if (config.agents === undefined) return own
  const agents: Record<string, AgentConfig> = {}
  let left = own.room
  for (const [id, agent] of Object.entries(config.agents)) {
    const inner = layOut(agent, facts, left)
    left = inner.room
    agents[id] = inner.config
  }
  return { config: { ...own.config, agents }, room: left }
}

function layOutSteps(config: AgentConfig, facts: StepFactsSource, room: number): LaidOut {
  const { steps, layout } = config
  const isPlaced = steps.length === 0 || steps.some(({ id }) => layout[id] !== undefined)
  if (isPlaced || steps.length > room) return { config, room }
  const boxes = steps.map((step) => toBox(step.id, facts.of(step).ports))
  const places = tidyLayout(boxes, listEdges(config), groupsOf(config))
  return { config: { ...config, layout: { ...layout, ...places } }, room: room - steps.length }
}
