import type { AgentConfig, RunState, StepExecution } from '@petal/core/model'
import type { StepFactsSource } from './createStepFacts.ts'
import { indexSteps } from './selectors.ts'
import { calledAgents, type OpenedAgent, type Trail } from './trail.ts'

/**
 * The agents to open so that the card of an execution is on the canvas and shows it: one for each step that it ran
 * within. Undefined when one of them is not there any more.
 */
export function trailOfExecution(
  file: AgentConfig,
  facts: StepFactsSource,
  run: RunState | undefined,
  execution: StepExecution,
): Trail | undefined {
  const callers = execution.path.map((id) => run?.executions.find((other) => other.executionId === id))
  const steps = [...callers.map((caller) => caller?.stepId ?? ''), execution.stepId]
  let agent: AgentConfig | undefined = file
  const trail: OpenedAgent[] = []
  for (const [depth, executionId] of execution.path.entries()) {
    const stepId = steps[depth] ?? ''
    const inner = [...callers.slice(1), execution][depth]
    const agentId: string | undefined =
      inner?.agentId ?? (agent && findCalled(agent, file, facts, [stepId, steps[depth + 1] ?? '']))
    agent = agentId === undefined ? undefined : file.agents?.[agentId]
    if (agentId === undefined || agent === undefined) return undefined
    const key = inner?.key
    trail.push({ agentId, stepId, run: { executionId, ...(key === undefined ? {} : { key }) } })
  }
  return trail
}

/** In runs of before it was told: of the agents that a step calls, the one that has the step which ran within it. */
function findCalled(
  agent: AgentConfig,
  { agents = {} }: AgentConfig,
  facts: StepFactsSource,
  [stepId, innerId]: readonly [string, string],
): string | undefined {
  const step = indexSteps(agent).get(stepId)
  const called = step === undefined ? [] : calledAgents(step, facts)
  return called.find((id) => {
    const inner = Object.hasOwn(agents, id) ? agents[id] : undefined
    return inner !== undefined && indexSteps(inner).has(innerId)
  })
}
