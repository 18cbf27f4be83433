import { type AgentConfig, renameReferences, type StepRegistry } from '@petal/core/model'
import type { StepFactsSource } from '../../editor/createStepFacts.ts'
import { type Renaming, renameField } from './renameField.ts'
import { spellPassed } from './spellPassed.ts'

/** What knows the types of steps. */
interface Known {
  readonly facts: StepFactsSource
  readonly registry: Pick<StepRegistry, 'describe'>
}

/**
 * The file with a state field of one of its agents renamed, in that agent and wherever steps and tools that call it name
 * the field. Without an id it is the file's own agent, which nothing calls.
 */
export function renameFieldInFile(
  file: AgentConfig,
  agentId: string | undefined,
  { facts, registry }: Known,
  renaming: Renaming,
): AgentConfig {
  const spelled = spellPassed(file, agentId, renaming.from, registry)
  if (agentId === undefined) return renameField(spelled, facts, renaming)
  const { agents = {} } = spelled
  const agent = Object.hasOwn(agents, agentId) ? agents[agentId] : undefined
  if (agent === undefined) return file
  const names = { fields: { agent: agentId, names: new Map([[renaming.from, renaming.to]]) } }
  const renamed = { ...agents, [agentId]: renameField(agent, facts, renaming) }
  const all = Object.entries(renamed).map(([id, one]) => [id, renameReferences(one, names, registry)])
  return { ...renameReferences(spelled, names, registry), agents: Object.fromEntries(all) }
}
