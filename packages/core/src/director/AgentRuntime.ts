import type { Checkpointer } from '../checkpoint/Checkpointer.ts'
import type { AgentPlan } from './AgentPlan.ts'
import type { RunServices } from './resolveServices.ts'
import type { AgentGraph } from './toLangGraph.ts'

/** What a built agent runs with. */
export interface AgentRuntime {
  readonly plan: AgentPlan
  readonly configHash: string
  readonly services: RunServices
  /** The graph, with the agent's checkpointer if it has one. */
  readonly graph: AgentGraph
  /** The graph with a checkpointer for certain: the given one, the agent's, or one in memory. */
  threaded(checkpointer: Checkpointer | undefined): AgentGraph
}
