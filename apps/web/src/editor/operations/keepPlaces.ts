import type { AgentConfig } from '@petal/core/model'
import type { AgentDocument } from '../AgentDocument.ts'
import { placeSteps } from '../placeSteps.ts'

const noLayout = {}

/** The document with another configuration of its agent. Agents that are new in it bring their layout along. */
export function keepPlaces(document: AgentDocument, agent: AgentConfig): AgentDocument {
  if (agent === document.agent) return document
  const known = document.agent.agents ?? {}
  const added = Object.entries(agent.agents ?? {}).filter(([id]) => !Object.hasOwn(known, id))
  if (added.length === 0) return { ...document, agent }
  const bare = added.map(([id, inner]) => [id, { ...inner, layout: noLayout }])
  const placed = added.map(([id, inner]) => [id, placeSteps(inner)])
  return {
    ...document,
    agent: { ...agent, agents: { ...agent.agents, ...Object.fromEntries(bare) } },
    layouts: { ...document.layouts, ...Object.fromEntries(placed) },
  }
}
