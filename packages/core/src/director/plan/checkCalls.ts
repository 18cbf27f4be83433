import type { AgentConfig, StepConfig } from '../../config/AgentConfig.ts'
import type { Problem } from '../../errors/Problem.ts'
import type { StepRegistry } from '../../registry/StepRegistry.ts'
import { checkCall } from './checkCall.ts'
import { createMemory } from './createMemory.ts'
import { listCalls } from './listCalls.ts'
import type { Planning } from './Planning.ts'

/** What is wrong with one agent, looked at by itself. */
type FindProblems = (agent: AgentConfig) => readonly Problem[]

const callProblems = createMemory<StepConfig, readonly Problem[]>()
const agentProblems = createMemory<AgentConfig, readonly Problem[]>()

/** How the steps of one agent call others, and what is wrong with those that stand in their settings. */
export function checkCalls(planning: Planning, findProblems: FindProblems): readonly Problem[] {
  const { config, registry, steps } = planning
  return config.steps.flatMap((step, index) => {
    const uses = steps[index]?.resolved?.agents ?? []
    if (uses.length === 0) return []
    const on = [config.llmConfig, config.tools, config.agents, ...definitionsOf(registry)]
    return callProblems(step, on, () => uses.flatMap((use) => checkCall(planning, { use, index }, findProblems)))
  })
}

/** That the agents of the file could run. One that nobody calls cannot stop a run. */
export function checkInnerAgents({ config, registry }: Planning, findProblems: FindProblems): readonly Problem[] {
  const { agents } = config
  if (agents === undefined) return []
  const called = new Set(listCalls(config, registry).map(({ agentId }) => agentId))
  const on = [...Object.entries(agents).flat(), ...definitionsOf(registry)]
  return Object.entries(agents).flatMap(([agentId, agent]) =>
    agentProblems(agent, on, () => findProblems({ ...agent, agents })).map((problem) =>
      soften({ ...problem, agentId }, called.has(agentId)),
    ),
  )
}

function definitionsOf(registry: StepRegistry): readonly unknown[] {
  return registry.list().map((name) => registry.describe(name))
}

function soften(problem: Problem, isCalled: boolean): Problem {
  return isCalled || problem.severity !== 'error' ? problem : { ...problem, severity: 'warning' }
}
