import type { AgentConfig } from '../config/AgentConfig.ts'
import { AgentError } from '../errors/AgentError.ts'
import type { AgentReference } from '../step/StepContext.ts'
import type { AgentRuntime } from './AgentRuntime.ts'
import type { InnerAgents } from './run/InnerAgents.ts'
import { runInner } from './runInner.ts'

/** How deep agents may call each other. */
const DEEPEST = 16

/**
 * The agents that the steps of one agent can call.
 *
 * @param open makes an agent ready to run; asked once for each
 */
export function createInnerAgents(
  root: AgentConfig,
  open: (config: AgentConfig) => Promise<AgentRuntime>,
): InnerAgents {
  const opened = new Map<AgentReference, Promise<AgentRuntime>>()
  const runtimeOf = (agent: AgentReference) => {
    const known = opened.get(agent) ?? open(findInnerAgent(root, agent))
    opened.set(agent, known)
    return known
  }
  return {
    run: async (request) => {
      const depth = request.execution.session.path.length + 1
      if (depth > DEEPEST) throw tooDeep(request.execution.step.nodeName, request.execution.step.id)
      return runInner(await runtimeOf(request.agent), request)
    },
  }
}

/** The agent that a reference means, able to call the same agents as the file's own. */
function findInnerAgent({ agents = {} }: AgentConfig, agent: AgentReference): AgentConfig {
  const found = typeof agent === 'string' ? (Object.hasOwn(agents, agent) ? agents[agent] : undefined) : agent
  if (found !== undefined) return { ...found, agents: { ...found.agents, ...agents } }
  throw new AgentError('agent.unknown', `There is no agent "${String(agent)}" in this file.`, {
    detail: { available: Object.keys(agents) },
  })
}

function tooDeep(nodeName: string, stepId: string): AgentError {
  const message = `Step "${nodeName}" was stopped: agents call each other more than ${DEEPEST} levels deep. Give the agent that calls itself a way to end.`
  return new AgentError('run.tooDeep', message, { stepId, detail: { detail: { limit: DEEPEST } } })
}
