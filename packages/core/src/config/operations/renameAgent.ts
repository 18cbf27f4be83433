import { AgentError } from '../../errors/AgentError.ts'
import { word } from '../../language/word.ts'
import type { StepRegistry } from '../../registry/StepRegistry.ts'
import type { AgentConfig } from '../AgentConfig.ts'
import { isStepId } from '../isStepId.ts'
import { renameReferences } from './renameReferences.ts'

/**
 * Gives an agent of the file another id, in every step and tool that names it too. It keeps its place in the list.
 *
 * @throws AgentError `graph.duplicateId` when the new id is taken, `build.argument` when it is no slug.
 */
export function renameAgent(
  config: AgentConfig,
  from: string,
  to: string,
  registry: Pick<StepRegistry, 'describe'>,
): AgentConfig {
  const { agents = {} } = config
  if (from === to || !Object.hasOwn(agents, from)) return config
  if (!isStepId(to)) {
    throw new AgentError(
      'build.argument',
      word('"{to}" cannot be the id of an agent: use lower-case letters, digits, - or _.', { to }),
    )
  }
  if (Object.hasOwn(agents, to)) {
    throw new AgentError('graph.duplicateId', word('There is an agent with the id {to} in this file already.', { to }))
  }
  const names = { agents: new Map([[from, to]]) }
  const renamed = Object.entries(agents).map(([id, agent]): [string, AgentConfig] => [
    id === from ? to : id,
    renameReferences(agent, names, registry),
  ])
  return { ...renameReferences(config, names, registry), agents: Object.fromEntries(renamed) }
}
