import type { AgentConfig, Position } from '@petal/core/model'
import { placeSteps } from './placeSteps.ts'

/**
 * An agent as it is edited: what it means, and where its cards stand. The two are kept apart so that moving a card
 * leaves `agent` the same object, and everything derived from it stays valid.
 */
export interface AgentDocument {
  /** The configuration. Its own `layout` is empty here; `toAgentConfig` puts it back. */
  readonly agent: AgentConfig
  /** A place for every step of the agent, in canvas units. */
  readonly layout: Readonly<Record<string, Position>>
}

const noLayout: Readonly<Record<string, Position>> = {}
const configs = new WeakMap<AgentDocument, AgentConfig>()

/** The document of a configuration. Steps without a place get one. */
export function toAgentDocument(config: AgentConfig): AgentDocument {
  return { agent: { ...config, layout: noLayout }, layout: placeSteps(config) }
}

/** The configuration of a document, as it is saved, exported and run. The same document gives the same object. */
export function toAgentConfig(document: AgentDocument): AgentConfig {
  const known = configs.get(document)
  if (known) return known
  const config = { ...document.agent, layout: document.layout }
  configs.set(document, config)
  return config
}
