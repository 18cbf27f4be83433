import type { AgentConfig, Position } from '@petal/core/model'
import { placeSteps } from './placeSteps.ts'

/** Where the cards of one agent stand, by step id, in canvas units. */
export type Places = Readonly<Record<string, Position>>

/**
 * An agent as it is edited: what it means, and where its cards stand. The two are kept apart so that moving a card
 * leaves `agent` the same object, and everything derived from it stays valid.
 */
export interface AgentDocument {
  /** The configuration. Its own `layout` is empty here, and that of its agents; `toAgentConfig` puts them back. */
  readonly agent: AgentConfig
  /** A place for every step of the agent. */
  readonly layout: Places
  /** The same for the agents of the file, by their ids. */
  readonly layouts: Readonly<Record<string, Places>>
}

const noLayout: Places = {}
const configs = new WeakMap<AgentDocument, AgentConfig>()

/** The document of a configuration. Steps without a place get one. */
export function toAgentDocument(config: AgentConfig): AgentDocument {
  const { agents, ...own } = config
  const inner = Object.entries(agents ?? {})
  return {
    agent: {
      ...own,
      layout: noLayout,
      ...(agents === undefined
        ? {}
        : { agents: Object.fromEntries(inner.map(([id, agent]) => [id, { ...agent, layout: noLayout }])) }),
    },
    layout: placeSteps(config),
    layouts: Object.fromEntries(inner.map(([id, agent]) => [id, placeSteps(agent)])),
  }
}

/** The configuration of a document, as it is saved, exported and run. The same document gives the same object. */
export function toAgentConfig(document: AgentDocument): AgentConfig {
  const known = configs.get(document)
  if (known) return known
  const config = { ...document.agent, layout: document.layout, ...placedAgents(document) }
  configs.set(document, config)
  return config
}

/** Where the cards of one of the file's agents stand. */
export function placesOf({ agent: { agents = {} }, layouts }: AgentDocument, agentId: string): Places {
  const agent = Object.hasOwn(agents, agentId) ? agents[agentId] : undefined
  const layout = Object.hasOwn(layouts, agentId) ? layouts[agentId] : undefined
  return agent === undefined ? noLayout : placeSteps({ ...agent, layout: layout ?? agent.layout })
}

function placedAgents(document: AgentDocument): Pick<AgentConfig, 'agents'> {
  const { agents } = document.agent
  if (agents === undefined) return {}
  const placed = Object.entries(agents).map(([id, agent]): [string, AgentConfig] => [
    id,
    { ...agent, layout: placesOf(document, id) },
  ])
  return { agents: Object.fromEntries(placed) }
}
