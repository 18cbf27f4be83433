import { AgentError } from '../../errors/AgentError.ts'
import { word } from '../../language/word.ts'
import type { AgentConfig } from '../AgentConfig.ts'
import { createFreeId } from '../createStepId.ts'
import { isStepId } from '../isStepId.ts'

/** An id that no agent of the file has: a readable slug of `wish`. */
export function createAgentId({ agents = {} }: AgentConfig, wish: string): string {
  return createFreeId(new Set(Object.keys(agents)), wish)
}

/**
 * Adds an agent to those that the steps of a file can call. Agents of its own are not taken along: `takeAgent` does.
 *
 * @throws AgentError `graph.duplicateId` when the id is taken, `build.argument` when it is no slug.
 */
export function addAgent(config: AgentConfig, id: string, agent: AgentConfig): AgentConfig {
  if (!isStepId(id)) {
    throw new AgentError(
      'build.argument',
      word('"{id}" cannot be the id of an agent: use lower-case letters, digits, - or _.', { id }),
    )
  }
  if (Object.hasOwn(config.agents ?? {}, id)) {
    throw new AgentError('graph.duplicateId', word('There is an agent with the id {id} in this file already.', { id }))
  }
  const { agents: _own, ...added } = agent
  return { ...config, agents: { ...config.agents, [id]: added } }
}
