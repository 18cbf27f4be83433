import type { AgentConfig } from '../../config/AgentConfig.ts'
import type { Problem } from '../../errors/Problem.ts'
import { closestName } from '../../templates/closestName.ts'
import type { Planning } from './Planning.ts'

/**
 * That the agents which steps call are there, and that every agent within the file could run. One that nobody calls
 * cannot stop a run.
 *
 * @param findProblems what is wrong with one agent, looked at by itself
 */
export function checkInnerAgents(
  planning: Planning,
  findProblems: (agent: AgentConfig) => readonly Problem[],
): readonly Problem[] {
  const { config } = planning
  const agents = config.agents ?? {}
  const used = new Set(planning.steps.flatMap(({ resolved }) => resolved?.agents ?? []))
  const missing = planning.steps.flatMap(({ resolved }, index) =>
    (resolved?.agents ?? []).flatMap((agent) =>
      typeof agent === 'string' && !Object.hasOwn(agents, agent) ? [unknownAgent(agent, agents, config, index)] : [],
    ),
  )
  const inner = Object.entries(agents).flatMap(([agentId, agent]) =>
    findProblems({ ...agent, agents }).map((problem) => soften({ ...problem, agentId }, used.size > 0)),
  )
  return [...missing, ...inner]
}

function unknownAgent(agent: string, agents: object, { steps }: AgentConfig, index: number): Problem {
  const available = Object.keys(agents)
  const meant = closestName(agent, available)
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`
  const message =
    agent === '' ? 'Choose the agent to call.' : `There is no agent "${agent}" in this file: choose another.${hint}`
  const stepId = steps[index]?.id ?? ''
  return { code: 'agent.unknown', severity: 'error', stepId, path: 'config.agent', message, cause: { available } }
}

function soften(problem: Problem, isUsed: boolean): Problem {
  return isUsed || problem.severity !== 'error' ? problem : { ...problem, severity: 'warning' }
}
