import type { Checkpointer } from '../checkpoint/Checkpointer.ts'
import { createMemoryCheckpointer } from '../checkpoint/createMemoryCheckpointer.ts'
import type { StepFunction } from '../step/StepContext.ts'
import type { AgentPlan } from './AgentPlan.ts'
import type { AgentRuntime } from './AgentRuntime.ts'
import type { RunServices } from './resolveServices.ts'
import { createStepNode } from './run/createStepNode.ts'
import { RunSession } from './run/RunSession.ts'
import type { StepNode } from './run/StepCall.ts'
import { type AgentGraph, toLangGraph } from './toLangGraph.ts'

/** What a runtime is made of. */
export interface RuntimeInit {
  readonly plan: AgentPlan
  readonly configHash: string
  readonly services: RunServices
  /** The function of each step, by step id. */
  readonly steps: ReadonlyMap<string, StepFunction>
}

/** Compiles the graph, and more of them when runs bring checkpointers of their own. */
export function createRuntime({ plan, configHash, services, steps }: RuntimeInit): AgentRuntime {
  const createSession = () => new RunSession({ plan, configHash, services, receive: () => {} })
  const nodes = new Map<string, StepNode>()
  for (const step of plan.steps) {
    const run = steps.get(step.id)
    if (run !== undefined) nodes.set(step.id, createStepNode({ plan, step, run, createSession }))
  }
  const graph = toLangGraph({ plan, nodes, checkpointer: services.checkpointer })
  const graphs = new WeakMap<Checkpointer, AgentGraph>()
  if (services.checkpointer !== undefined) graphs.set(services.checkpointer, graph)
  let memory: Checkpointer | undefined
  const threaded = (given: Checkpointer | undefined): AgentGraph => {
    memory ??= createMemoryCheckpointer()
    const checkpointer = given ?? memory
    const known = graphs.get(checkpointer) ?? toLangGraph({ plan, nodes, checkpointer })
    graphs.set(checkpointer, known)
    return known
  }
  return { plan, configHash, services, graph, threaded }
}
