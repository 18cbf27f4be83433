import type { AgentConfig } from '@petal/core/model'
import { type AgentDocument, placesOf } from './AgentDocument.ts'

const noLayout = {}
const focused = new WeakMap<AgentDocument, Map<string, AgentDocument>>()
const joined = new WeakMap<AgentConfig, AgentConfig>()

/**
 * One agent of a file as a document of its own, so that everything which works on a document works on it: it shares the
 * file's agents, and what is changed is put back by `putBack`. Without an id, or with one the file does not have, it is
 * the file itself.
 */
export function focusDocument(file: AgentDocument, agentId: string | undefined): AgentDocument {
  const { agents = {} } = file.agent
  const agent = agentId !== undefined && Object.hasOwn(agents, agentId) ? agents[agentId] : undefined
  if (agentId === undefined || agent === undefined) return file
  const known = focused.get(file)?.get(agentId)
  if (known !== undefined) return known
  const document = { agent: withAgents(agent, agents), layout: placesOf(file, agentId), layouts: file.layouts }
  const all = focused.get(file) ?? new Map<string, AgentDocument>()
  focused.set(file, all.set(agentId, document))
  return document
}

/** The file with one of its agents as `focusDocument` gave it and something changed. */
export function putBack(file: AgentDocument, agentId: string | undefined, document: AgentDocument): AgentDocument {
  const before = focusDocument(file, agentId)
  if (agentId === undefined || before === file) return document
  if (document === before) return file
  const { agents, ...own } = document.agent
  const agent =
    document.agent === before.agent
      ? file.agent
      : { ...file.agent, agents: { ...agents, [agentId]: { ...own, layout: noLayout } } }
  return { agent, layout: file.layout, layouts: { ...document.layouts, [agentId]: document.layout } }
}

/** The agent together with the file's agents: the same object while neither changes. */
function withAgents(agent: AgentConfig, agents: NonNullable<AgentConfig['agents']>): AgentConfig {
  const known = joined.get(agent)
  if (known?.agents === agents) return known
  const whole = { ...agent, agents }
  joined.set(agent, whole)
  return whole
}
