import type { Checkpointer } from '../checkpoint/Checkpointer.ts'
import type { AgentPlan } from './AgentPlan.ts'
import type { RunServices } from './resolveServices.ts'
import type { AgentGraph } from './toLangGraph.ts'

/** What a built agent runs with. */
export interface AgentRuntime {
  readonly plan: AgentPlan
  readonly configHash: string
  readonly services: RunServices
  readonly graph: AgentGraph
  /** Remembers threads of an agent that has no checkpointer of its own, for as long as the agent is there. */
  readonly memory: Checkpointer
  /** Makes an agent of the file ready that the steps can call, as they call it. */
  openAgent(agentId: string): Promise<AgentRuntime>
  /** The threads that a run is under way on. */
  readonly busy: Set<string>
}
