import type { AgentConfig, StepConfig } from '@petal/core/model'
import type { StepFactsSource } from './createStepFacts.ts'
import type { FixedOutputs } from './EditorState.ts'
import { fixedName } from './fixedName.ts'
import { calledAgents } from './trail.ts'

/** A step of a called agent that runs do not run, and the way to it: which step calls which agent, outermost first. */
export interface FixedWithin {
  readonly stepId: string
  readonly way: readonly { readonly stepId: string; readonly agentId: string }[]
}

/** The steps with a fixed output in the agents that a step calls, and in those that these call: each once. */
export function listFixedWithin(
  step: StepConfig,
  { agents = {} }: AgentConfig,
  fixedOutputs: FixedOutputs,
  facts: StepFactsSource,
): readonly FixedWithin[] {
  const seen = new Set<string>()
  const visit = (caller: StepConfig, before: FixedWithin['way']): readonly FixedWithin[] =>
    calledAgents(caller, facts).flatMap((agentId) => {
      const agent = Object.hasOwn(agents, agentId) ? agents[agentId] : undefined
      if (agent === undefined || seen.has(agentId)) return []
      seen.add(agentId)
      const way = [...before, { stepId: caller.id, agentId }]
      return agent.steps.flatMap((inner) =>
        Object.hasOwn(fixedOutputs, fixedName(agentId, inner.id)) ? [{ stepId: inner.id, way }] : visit(inner, way),
      )
    })
  return visit(step, [])
}
