import type { AgentConfig } from '../../config/AgentConfig.ts'
import type { Json } from '../../json/Json.ts'
import type { State, StateType } from '../../state/StateType.ts'
import type { AgentReference } from '../../step/StepContext.ts'
import type { Update } from '../../step/StepResult.ts'
import type { StepExecution } from './StepExecution.ts'

/** The key of a run that its step gave none: the only one it makes. */
export const ONLY_RUN = 'agent'

/** One run of an agent within a step. */
export interface InnerRunRequest {
  readonly agent: AgentReference
  readonly input: Update
  /** Tells the runs within one execution apart. */
  readonly key: string
  readonly execution: StepExecution
  readonly signal: AbortSignal
  /**
   * Asks the person on behalf of the step; throws when there is no answer yet.
   *
   * @param place that of the execution within that asks; undefined where none does, or an older pause does not tell
   */
  ask(question: Json, key: string, place: string | undefined): Json
}

/** The agents that steps can call. Given by the director, which alone can make one run. */
export interface InnerAgents {
  /** Runs an agent to its end and gives its final state; goes on with it where it had to wait for a person. */
  run(request: InnerRunRequest): Promise<State>
  /** The state type of an agent, as it runs. One given whole belongs to the agent that calls it. */
  stateOf(agent: AgentReference, caller: AgentConfig): Promise<StateType>
}
