import type { StepRegistry } from '../../registry/StepRegistry.ts'
import type { AgentConfig } from '../AgentConfig.ts'
import { createFreeId } from '../createStepId.ts'
import { addAgent } from './addAgent.ts'
import { renameReferences } from './renameReferences.ts'

/** A configuration with one agent more. */
export interface TakenAgent {
  readonly config: AgentConfig
  /** The id of the agent that was taken over. */
  readonly agentId: string
}

/**
 * Copies an agent of another file into this one. Agents of its own come along into the one list that all share, each
 * under an id that is free here.
 */
export function takeAgent(
  config: AgentConfig,
  agent: AgentConfig,
  registry: Pick<StepRegistry, 'describe'>,
  wish: string = agent.name ?? 'agent',
): TakenAgent {
  const taken = new Set(Object.keys(config.agents ?? {}))
  const freeId = (name: string) => {
    const id = createFreeId(taken, name)
    taken.add(id)
    return id
  }
  const agentId = freeId(wish)
  const ids = new Map(Object.keys(agent.agents ?? {}).map((id) => [id, freeId(id)]))
  const own = Object.entries(agent.agents ?? {}).map(([id, inner]) => [ids.get(id) ?? id, inner] as const)
  const all = [[agentId, agent] as const, ...own]
  return {
    agentId,
    config: all.reduce(
      (file, [id, one]) => addAgent(file, id, renameReferences(one, { agents: ids }, registry)),
      config,
    ),
  }
}
