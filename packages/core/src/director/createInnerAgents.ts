import type { AgentConfig } from '../config/AgentConfig.ts'
import { AgentError } from '../errors/AgentError.ts'
import { word } from '../language/word.ts'
import type { AgentReference } from '../step/StepContext.ts'
import type { AgentRuntime } from './AgentRuntime.ts'
import type { InnerAgents } from './run/InnerAgents.ts'
import { runInner } from './runInner.ts'

/** How deep agents may call each other. */
const DEEPEST = 16

/** The agents that steps can call, and how each is made ready. */
export interface OpenedAgents extends InnerAgents {
  open(agentId: string): Promise<AgentRuntime>
}

/**
 * The agents that the steps of one agent can call.
 *
 * @param open makes an agent ready to run; asked once for each. An agent given whole belongs to the one that calls it.
 */
export function createInnerAgents(
  root: AgentConfig,
  open: (config: AgentConfig, caller?: AgentConfig) => Promise<AgentRuntime>,
): OpenedAgents {
  const opened = new Map<AgentReference, Promise<AgentRuntime>>()
  const runtimeOf = (agent: AgentReference, caller: AgentConfig) => {
    const known =
      opened.get(agent) ?? (typeof agent === 'string' ? open(findInnerAgent(root, agent)) : open(agent, caller))
    opened.set(agent, known)
    return known
  }
  return {
    run: async (request) => {
      const depth = request.execution.session.path.length + 1
      if (depth > DEEPEST) throw tooDeep(request.execution.step.nodeName, request.execution.step.id)
      const { session } = request.execution
      return runInner(await runtimeOf(request.agent, session.plan.agent), request)
    },
    open: (agentId) => runtimeOf(agentId, root),
    stateOf: async (agent, caller) => (await runtimeOf(agent, caller)).plan.stateType,
  }
}

/** The agent of the file that an id means, able to call the same agents as the file's own. */
function findInnerAgent({ agents = {} }: AgentConfig, agent: string): AgentConfig {
  const found = Object.hasOwn(agents, agent) ? agents[agent] : undefined
  if (found !== undefined) return { ...found, agents: { ...found.agents, ...agents } }
  throw new AgentError('agent.unknown', word('There is no agent "{agent}" in this file.', { agent }), {
    detail: { available: Object.keys(agents) },
  })
}

function tooDeep(nodeName: string, stepId: string): AgentError {
  const message = word(
    'Step "{nodeName}" was stopped: agents call each other more than {deepest} levels deep. Give the agent that calls itself a way to end.',
    { nodeName, deepest: DEEPEST },
  )
  return new AgentError('run.tooDeep', message, { stepId, detail: { detail: { limit: DEEPEST } } })
}
