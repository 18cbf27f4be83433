import { createMemoryCheckpointer } from '../checkpoint/createMemoryCheckpointer.ts'
import { hashConfig } from '../config/hashConfig.ts'
import type { StepFunction } from '../step/StepContext.ts'
import type { AgentPlan } from './AgentPlan.ts'
import type { AgentRuntime } from './AgentRuntime.ts'
import type { OpenedAgents } from './createInnerAgents.ts'
import type { RunServices } from './resolveServices.ts'
import { createStepNode } from './run/createStepNode.ts'
import { RunSession } from './run/RunSession.ts'
import type { StepNode } from './run/StepCall.ts'
import { toLangGraph } from './toLangGraph.ts'

/** What a runtime is made of. */
export interface RuntimeInit {
  readonly plan: AgentPlan
  readonly services: RunServices
  /** The function of each step, by step id. */
  readonly steps: ReadonlyMap<string, StepFunction>
  /** The agents that the steps can call. */
  readonly agents: OpenedAgents
}

/** Makes the steps into nodes and compiles the graph. */
export function createRuntime({ plan, services, steps, agents }: RuntimeInit): AgentRuntime {
  const memory = createMemoryCheckpointer()
  const createSession = () =>
    new RunSession({
      plan,
      configHash: '',
      services,
      threadId: '',
      checkpointer: memory,
      breakpoints: {},
      receive: () => {},
    })
  const types = Object.entries(plan.stateType.fields).map(([name, { type }]) => [name, type] as const)
  const fields = Object.fromEntries(types)
  const nodes = new Map<string, StepNode>()
  for (const step of plan.steps) {
    const run = steps.get(step.id)
    if (run !== undefined) nodes.set(step.id, createStepNode({ plan, step, run, fields, agents, createSession }))
  }
  const { checkpointer } = services
  const graph = toLangGraph({ plan, nodes, ...(checkpointer === undefined ? {} : { checkpointer }) })
  let configHash: string | undefined
  return {
    plan,
    services,
    graph,
    memory,
    openAgent: agents.open,
    busy: new Set(),
    get configHash() {
      configHash ??= hashConfig(plan.agent)
      return configHash
    },
  }
}
